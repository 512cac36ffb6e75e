package com.movieexample.runtime.lifecycle;

/** A server can't listen because another process, or another server of this one, has the port. */
public final class PortTakenException extends RuntimeException {
    private final int port;

    /** @param option what moves the server, such as {@code --port} */
    public PortTakenException(String host, int port, String option, Throwable cause) {
        super(
                "port " + port + " of " + host + " is taken; choose another with " + option + " (0 picks a free one)",
                cause);
        this.port = port;
    }

    public int port() {
        return port;
    }

    /** What a failed attempt to listen means: this exception if the port was taken, one with the reason otherwise. */
    public static RuntimeException explain(String host, int port, String option, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // By its text: Netty's native transport has an exception of its own for it.
            if (String.valueOf(cause.getMessage()).contains("Address already in use")) {
                return new PortTakenException(host, port, option, failure);
            }
        }
        return new IllegalStateException("can't listen on " + host + ":" + port + ": " + failure.getMessage(), failure);
    }
}
