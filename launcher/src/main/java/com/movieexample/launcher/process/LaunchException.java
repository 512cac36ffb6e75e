package com.movieexample.launcher.process;

/** A process can't start, for a reason that its user can mend; the message is one line and says how. */
public final class LaunchException extends RuntimeException {
    public LaunchException(String message) {
        super(message);
    }

    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
