package com.movieexample.bench.intake;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** Sends lines in the body of one {@code POST /v1/ratings}, each made as it is sent, and checks the answer as it is read. */
final class IntakeRequest {
    private static final int CHUNK_BYTES = 64 << 10;
    private static final int OK = 200;

    private final URI address;

    /** @param port of a rating-ingester on this machine */
    IntakeRequest(int port) {
        address = URI.create("http://127.0.0.1:" + port + "/v1/ratings");
    }

    /** @return seconds from the first line sent to the end of the answer */
    double send(String contender, IntakeLines lines) throws IOException {
        long start = System.nanoTime();
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/x-ndjson");
        connection.setChunkedStreamingMode(CHUNK_BYTES);
        write(lines, connection);
        if (connection.getResponseCode() != OK) {
            throw new IOException(address + " answered with " + connection.getResponseCode());
        }
        IntakeAnswer answer = new IntakeAnswer(contender, lines);
        read(connection, answer);
        double seconds = (System.nanoTime() - start) / 1e9;
        answer.end();
        return seconds;
    }

    private static void write(IntakeLines lines, HttpURLConnection connection) throws IOException {
        try (OutputStream body = new BufferedOutputStream(connection.getOutputStream(), CHUNK_BYTES)) {
            for (String line : lines) {
                body.write(line.getBytes(StandardCharsets.UTF_8));
                body.write('\n');
            }
        }
    }

    private static void read(HttpURLConnection connection, IntakeAnswer answer) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            for (Iterator<String> said = reader.lines().iterator(); said.hasNext(); ) {
                answer.add(said.next());
            }
        }
    }
}
