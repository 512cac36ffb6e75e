package com.movieexample.broker;

/** The broker did not start. The message is one line for whoever started it; nothing is left running. */
public class BrokerStartException extends RuntimeException {
    BrokerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
