package com.movieexample.api;

/**
 * A write that is not known to be in the log. Either it was certainly not sent, or it was and the log did not confirm
 * it in time: then the log may hold it or not.
 */
public final class LogUnavailableException extends RuntimeException {
    private final boolean sent;

    private LogUnavailableException(String message, boolean sent, Throwable cause) {
        super(message, cause);
        this.sent = sent;
    }

    /** The log does not hold it and never will. */
    public static LogUnavailableException notSent(String topic, String reason, Throwable cause) {
        return new LogUnavailableException(topic + " is not reachable, nothing was written: " + reason, false, cause);
    }

    /** The log may hold it, or may yet take it. */
    public static LogUnavailableException unconfirmed(String topic, Throwable cause) {
        String message = topic + " did not confirm the write in time, it may hold it or not: " + cause.getMessage();
        return new LogUnavailableException(message, true, cause);
    }

    /** Whether it may be in the log all the same. */
    public boolean sent() {
        return sent;
    }
}
