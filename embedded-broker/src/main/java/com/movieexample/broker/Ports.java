package com.movieexample.broker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds free ports, and finds out whether a port is free before Kafka does, which answers by ending the JVM. */
final class Ports {
    static final String CONTROLLER_HOST = "127.0.0.1";

    // Below the range from which systems take ports for outgoing connections, so that none of those
    // slips in between the look here and Kafka's own bind.
    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 100;

    private Ports() {}

    /**
     * The same configuration with both ports known to be free.
     *
     * @throws PortTakenException when one of the wished ports is taken
     */
    static EmbeddedBrokerConfig settle(EmbeddedBrokerConfig config) {
        int port = settle(config.host(), config.port(), config.controllerPort(), "--broker-port");
        int controllerPort = settle(CONTROLLER_HOST, config.controllerPort(), port, "--controller-port");
        return config.withPorts(port, controllerPort);
    }

    private static int settle(String host, int wish, int other, String option) {
        if (wish == 0) {
            return pick(host, other, option);
        }
        check(host, wish, option);
        return wish;
    }

    private static int pick(String host, int other, String option) {
        PortTakenException last = null;
        for (int i = 0; i < TRIES; i++) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (candidate != other) {
                try {
                    check(host, candidate, option);
                    return candidate;
                } catch (PortTakenException e) {
                    last = e;
                }
            }
        }
        throw new BrokerStartException("no free port on %s after %d tries".formatted(host, TRIES), last);
    }

    private static void check(String host, int port, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            // As Kafka binds: connections of an earlier run that are still winding down don't count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new PortTakenException(host, port, option, e);
        }
    }
}
