package com.movieexample.ingester.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the answers of one connection, strictly: what is no HTTP/1.1 is an error. Not thread-safe. */
final class AnswerReader {
    private final InputStream in;

    /** @param in buffered */
    AnswerReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next final answer; empty at the end of the connection.
     *
     * @param toHead whether it is one to HEAD, and so has no body
     */
    Optional<Answer> next(boolean toHead) throws IOException {
        while (true) {
            Optional<String> statusLine = line();
            if (statusLine.isEmpty()) {
                return Optional.empty();
            }
            int status = status(statusLine.get());
            List<String> headers = headers();
            if (status >= 200) {
                byte[] body = body(new Answer(status, headers, ""), toHead);
                return Optional.of(new Answer(status, headers, new String(body, StandardCharsets.UTF_8)));
            }
        }
    }

    private static int status(String line) {
        if (!line.matches("HTTP/1\\.1 [1-5][0-9]{2}( .*)?")) {
            throw new AssertionError("no status line: " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private List<String> headers() throws IOException {
        List<String> headers = new ArrayList<>();
        for (String line = requiredLine(); !line.isEmpty(); line = requiredLine()) {
            headers.add(line);
        }
        return headers;
    }

    private byte[] body(Answer head, boolean toHead) throws IOException {
        if (toHead || head.status() == 204 || head.status() == 304) {
            return new byte[0];
        }
        if (head.header("Transfer-Encoding").isPresent()) {
            return chunks();
        }
        Optional<String> length = head.header("Content-Length");
        return length.isPresent() ? bytes(Integer.parseInt(length.get())) : in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(bytes(size));
            requiredLine();
        }
        requiredLine();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(requiredLine(), 16);
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("an answer that ends after " + bytes.length + " of " + count + " bytes");
        }
        return bytes;
    }

    private String requiredLine() throws IOException {
        return line().orElseThrow(() -> new EOFException("an answer that ends in its head"));
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = in.read();
        if (octet < 0) {
            return Optional.empty();
        }
        for (; octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("an answer that ends in its head");
            }
            line.write(octet);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
