package com.movieexample.testkit.consul;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stand-in for an agent of Consul. What is registered outlives a {@link #stop}, unless it is told to {@link #forget}.
 * Thread-safe.
 */
public final class StandInConsul implements AutoCloseable {
    private final Catalog catalog = new Catalog();
    private final String token;
    private InetSocketAddress address;
    private HttpServer server;
    private ExecutorService threads;

    private StandInConsul(String token, InetSocketAddress address) {
        this.token = token;
        this.address = address;
    }

    /** On a free port; wants no token. */
    public static StandInConsul start() {
        return wanting("");
    }

    /** @param token that each request must carry in its header */
    public static StandInConsul wanting(String token) {
        return started(new StandInConsul(token, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    }

    /** Where others than this machine's own processes reach it; wants no token. */
    public static StandInConsul at(InetSocketAddress address) {
        return started(new StandInConsul("", address));
    }

    private static StandInConsul started(StandInConsul consul) {
        consul.resume();
        return consul;
    }

    public synchronized String address() {
        return "http://127.0.0.1:" + address.getPort();
    }

    /** Forgets all services, as an agent does that lost its data. */
    public void forget() {
        catalog.forget();
    }

    /** Ends all connections and takes no more. */
    public synchronized void stop() {
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
            server = null;
        }
    }

    /** After a stop, on the same port. */
    public synchronized void resume() {
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = server.getAddress();
        // A blocking query holds one.
        threads = Executors.newCachedThreadPool(run -> {
            Thread thread = new Thread(run, "stand-in-consul");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", new AgentApi(catalog, token));
        server.start();
    }

    @Override
    public void close() {
        stop();
    }
}
