package com.movieexample.runtime.discovery.consul;

/** Consul could not be asked, or refused. */
final class ConsulException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whether Consul answered that it does not know what it was asked for. */
    private final boolean unknown;

    ConsulException(String message, boolean unknown, Throwable cause) {
        super(message, cause);
        this.unknown = unknown;
    }

    boolean isUnknown() {
        return unknown;
    }
}
