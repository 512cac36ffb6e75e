package com.movieexample.launcher.importing;

/** The import can't go on, whatever the line; the message is for the user and says what to do. */
public final class ImportFailedException extends RuntimeException {
    public ImportFailedException(String message) {
        super(message);
    }

    public ImportFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
