package com.movieexample.launcher.importing;

/** What a line holds was refused; the message is the reason. The other lines are not affected. */
public final class LineRejectedException extends RuntimeException {
    public LineRejectedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
