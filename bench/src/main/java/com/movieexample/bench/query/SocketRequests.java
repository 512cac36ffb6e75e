package com.movieexample.bench.query;

import com.movieexample.bench.contest.WrongAnswerException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** HTTP requests where wrk is not installed: a thread for each connection, which does no more than it must. */
final class SocketRequests implements Requests {
    private final int connections;
    private final List<byte[]> requests;

    SocketRequests(int connections, List<Asked> requests) {
        this.connections = connections;
        this.requests = requests.stream()
                .map(asked -> "GET " + asked.path() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        + (asked.etag().isEmpty() ? "" : "If-None-Match: " + asked.etag() + "\r\n") + "\r\n")
                .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    @Override
    public Load send(int port, Duration time) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long begun = System.nanoTime();
            List<Callable<long[]>> callers = IntStream.range(0, connections)
                    .mapToObj(number -> (Callable<long[]>) () -> call(port, number, begun + time.toNanos()))
                    .toList();
            List<long[]> nanos = new ArrayList<>();
            for (Future<long[]> caller : threads.invokeAll(callers)) {
                nanos.add(caller.get());
            }
            return Load.of(nanos, (System.nanoTime() - begun) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] call(int port, int number, long until) throws IOException {
        Load.Times times = new Load.Times();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream answers = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            int next = number * requests.size() / connections;
            for (long sent = System.nanoTime(); sent < until; sent = System.nanoTime()) {
                socket.getOutputStream().write(requests.get(next++ % requests.size()));
                passOver(answers);
                times.add(System.nanoTime() - sent);
            }
        }
        return times.all();
    }

    private static void passOver(InputStream answers) throws IOException {
        String status = line(answers);
        boolean unchanged = status.startsWith("HTTP/1.1 304 ");
        if (!unchanged && !status.startsWith("HTTP/1.1 200 ")) {
            throw new WrongAnswerException("the HTTP server", status);
        }
        int length = unchanged ? 0 : -1;
        for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        if (length < 0) {
            throw new WrongAnswerException("the HTTP server", "an answer without its length");
        }
        answers.skipNBytes(length);
    }

    private static String line(InputStream answers) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = answers.read(); c != '\n'; c = answers.read()) {
            if (c < 0) {
                throw new IOException("the server closed a connection that was to be kept");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
