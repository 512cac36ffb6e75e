package com.movieexample.ingester.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytes of a request in HTTP/1.1, put together without looking at them. Not thread-safe. */
final class RawRequest {
    private static final String LINE_END = "\r\n";
    private static final int MOST_DRIPS = 5;

    private final String method;
    private final String target;
    private final List<String> headers = new ArrayList<>(List.of("Host: localhost"));
    private byte[] body = {};

    /** Each character of the target, and of headers, is a byte. */
    RawRequest(String method, String target) {
        this.method = method;
        this.target = target;
    }

    RawRequest header(String name, String value) {
        return header(name + ": " + value);
    }

    /** A line as it stands. */
    RawRequest header(String line) {
        headers.add(line);
        return this;
    }

    RawRequest body(byte[] bytes) {
        body = bytes;
        return this;
    }

    RawRequest body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    String method() {
        return method;
    }

    byte[] head() {
        return (method + " " + target + " HTTP/1.1" + LINE_END + String.join(LINE_END, headers) + LINE_END + LINE_END)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** All of it, with its length. */
    byte[] whole() {
        if (body.length > 0 || method.equals("POST") || method.equals("PUT")) {
            header("Content-Length", Integer.toString(body.length));
        }
        return concat(head(), body);
    }

    /** All of it, its body in pieces of any size. */
    byte[] chunked(Dice dice) {
        header("Transfer-Encoding", "chunked");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head());
        for (int from = 0; from < body.length; ) {
            int to = Math.min(body.length, from + dice.between(1, 1 + body.length));
            bytes.writeBytes((Integer.toHexString(to - from) + LINE_END).getBytes(StandardCharsets.US_ASCII));
            bytes.write(body, from, to - from);
            bytes.writeBytes(LINE_END.getBytes(StandardCharsets.US_ASCII));
            from = to;
        }
        bytes.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    /** In one piece, or in some that are sent after pauses. */
    List<byte[]> pieces(Dice dice) {
        byte[] bytes = dice.percent(25) ? chunked(dice) : whole();
        return dice.percent(1) ? drips(dice, bytes) : List.of(bytes);
    }

    static List<byte[]> drips(Dice dice, byte[] bytes) {
        List<byte[]> drips = new ArrayList<>();
        int from = 0;
        while (drips.size() < MOST_DRIPS && from < bytes.length) {
            int to = Math.min(bytes.length, from + dice.between(1, bytes.length));
            drips.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        drips.add(Arrays.copyOfRange(bytes, from, bytes.length));
        return drips;
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
