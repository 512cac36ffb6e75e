package com.movieexample.ingester.fuzz;

import com.movieexample.ingester.fuzz.FuzzRequest.Ending;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Bytes that are no request, and requests whose ends can't be told. */
final class MalformedRequests {
    private static final String HOST = "\r\nHost: localhost\r\n";
    static final Expected ANY = Expected.ofRead(200, 207, 400, 404, 405, 408, 413, 414, 415, 417, 422, 431, 503);
    /** Where a body ends before its end. */
    private static final Expected ANY_OR_CANCELLED =
            Expected.ofRead(200, 207, 400, 404, 405, 408, 413, 414, 415, 417, 422, 431, 499, 503);

    private MalformedRequests() {}

    static FuzzRequest any(Dice dice) {
        return switch (dice.below(5)) {
            case 0 -> brokenOff(dice);
            case 1 -> request("framing", dice, Ending.ENDS, framing(dice));
            case 2 -> request("damaged", dice, Ending.BREAKS_OFF, ByteDamage.once(dice, whole(dice)));
            default -> request("no request", dice, Ending.BREAKS_OFF, noRequest(dice));
        };
    }

    private static FuzzRequest request(String kind, Dice dice, Ending ending, byte[] bytes) {
        List<byte[]> pieces = dice.percent(2) ? RawRequest.drips(dice, bytes) : List.of(bytes);
        return new FuzzRequest(kind, pieces, ending, List.of(ANY_OR_CANCELLED));
    }

    private static byte[] whole(Dice dice) {
        RawRequest request = GoodRequests.exchange(dice).request();
        return dice.percent(50) ? request.whole() : request.chunked(dice);
    }

    private static FuzzRequest brokenOff(Dice dice) {
        byte[] whole = whole(dice);
        return request("broken off", dice, Ending.BREAKS_OFF, Arrays.copyOf(whole, dice.below(whole.length)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * With a body whose length is told wrongly, twice, or in ways that nobody knows; after it another
     * request may seem to follow.
     */
    private static byte[] framing(Dice dice) {
        String length = dice.of(
                "Content-Length: -1",
                "Content-Length: +11",
                "Content-Length: 0x0b",
                "Content-Length: 11, 11",
                "Content-Length: 11\r\nContent-Length: 12",
                "Content-Length: 11\r\nContent-Length: 11",
                "Content-Length: 99999999999999999999",
                "Content-Length: 9223372036854775807",
                "Content-Length: ",
                "Content-Length: NaN",
                "Content-Length: 5",
                "Content-Length: 0",
                "Content-Length: 11\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 11",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, gzip",
                "Transfer-Encoding: nonsense",
                "Transfer-Encoding: \u000bchunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: identity");
        String body = dice.of(
                "{\"value\":4}",
                "b\r\n{\"value\":4}\r\n0\r\n\r\n",
                "zz\r\n{\"value\":4}\r\n0\r\n\r\n",
                "-1\r\n\r\n",
                "ffffffffffffffff\r\n{\"value\":4}\r\n0\r\n\r\n",
                "7fffffff\r\n{\"value\":4}\r\n0\r\n\r\n",
                "b;ext=\"" + "x".repeat(dice.below(10_000)) + "\"\r\n{\"value\":4}\r\n0\r\n\r\n",
                "b\n{\"value\":4}\n0\n\n",
                "b\r\n{\"value\":4}0\r\n\r\n",
                "0\r\nTrailer: " + "x".repeat(dice.below(10_000)) + "\r\n\r\n",
                "0\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n");
        return ascii("PUT " + GoodRequests.ratingPath(dice) + " HTTP/1.1" + HOST + length + "\r\n\r\n" + body);
    }

    private static byte[] noRequest(Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> dice.bytes(dice.between(1, 2_000));
            case 1 -> new byte[dice.between(1, 5_000)];
            case 2 -> ascii(requestLine(dice) + HOST + "\r\n");
            default ->
                ascii(
                        dice.of(
                                "GET /health/live HTTP/1.1\r\n\r\n",
                                "GET /health/live HTTP/1.0\r\n\r\n",
                                "GET /health/live\r\n\r\n",
                                "\r\n\r\n\r\n\r\nGET /health/live HTTP/1.1" + HOST + "\r\n",
                                "GET /health/live HTTP/1.1\nHost: localhost\n\n",
                                "GET /health/live HTTP/1.1\rHost: localhost\r\r",
                                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000",
                                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"
                                        + "\u00aa".repeat(200),
                                "GET /health/live HTTP/1.1" + HOST + "\r\n" + "\u0000".repeat(100),
                                "{\"userId\":\"neo\"}\r\n\r\n",
                                "EHLO localhost\r\n",
                                "\u0000\u0000\u0000\u0010\u0000\u0012\u0000\u0003\u0000\u0000\u0000\u0001\u0000\u0000\u0000\u0000"));
        };
    }

    private static String requestLine(Dice dice) {
        return dice.of("GET", "get", "", "G T", "G\u0000T", "X".repeat(dice.below(9_000)), "\u00e9", "POST ")
                + dice.of(" ", " ", "  ", "\t", "")
                + dice.of(
                        "/health/live",
                        "/health/live",
                        "",
                        "/a b",
                        "/" + "y".repeat(dice.below(9_000)),
                        "\u0000",
                        "?",
                        "#")
                + dice.of(" ", " ", "  ", "\t", "")
                + dice.of(
                        "HTTP/1.1",
                        "HTTP/1.1",
                        "HTTP/1.0",
                        "HTTP/0.9",
                        "HTTP/1.2",
                        "HTTP/2.0",
                        "HTTP/3",
                        "http/1.1",
                        "HTTP/1.1 x",
                        "ICY");
    }
}
