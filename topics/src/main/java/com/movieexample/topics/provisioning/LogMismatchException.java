package com.movieexample.topics.provisioning;

/**
 * What was built from one log was about to go on with another; says what was found, what was expected, and the way
 * out. To try again is of no use.
 */
public final class LogMismatchException extends RuntimeException {
    public LogMismatchException(String message) {
        super(message);
    }
}
