package com.movieexample.ingester;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands between clients and a broker, and can lose what the broker answers. Thread-safe. */
final class LossyLink implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final ServerSocket listening;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile InetSocketAddress broker;
    private volatile boolean answersAreLost;

    LossyLink() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void leadTo(int port) {
        broker = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Requests still arrive. */
    void loseAnswers() {
        answersAreLost = true;
    }

    /** Cuts the connections that miss something; those that follow are whole. */
    void recover() throws IOException {
        answersAreLost = false;
        for (Socket socket = open.poll(); socket != null; socket = open.poll()) {
            socket.close();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // A closed connection is the end of the work.
                    }
                },
                "lossy-link");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            Socket server = new Socket();
            open.add(client);
            open.add(server);
            server.connect(broker);
            start(() -> copy(client, server, false));
            start(() -> copy(server, client, true));
        }
    }

    private void copy(Socket from, Socket to, boolean answers) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (!answers || !answersAreLost) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            recover();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
