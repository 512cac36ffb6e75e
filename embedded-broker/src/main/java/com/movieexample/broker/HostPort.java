package com.movieexample.broker;

/** The text of an address with its port. */
final class HostPort {
    private HostPort() {}

    /** {@code host:port}, with brackets around an IPv6 address. */
    static String of(String host, int port) {
        String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return bracketed + ":" + port;
    }
}
