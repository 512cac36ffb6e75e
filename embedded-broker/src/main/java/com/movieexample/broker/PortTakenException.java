package com.movieexample.broker;

/** The broker's or the controller's port can't be listened on, most often because another process does. */
public final class PortTakenException extends BrokerStartException {
    PortTakenException(String host, int port, String option, Throwable cause) {
        super(
                "cannot listen on %s (%s); choose another port with %s"
                        .formatted(HostPort.of(host, port), cause.getMessage(), option),
                cause);
    }
}
