package com.movieexample.api;

/** The log did not confirm a write in time: it may hold it or not. */
public final class LogUnavailableException extends RuntimeException {
    public LogUnavailableException(String topic, Throwable cause) {
        super("the log did not confirm the write to " + topic + " in time: " + cause.getMessage(), cause);
    }
}
