package com.movieexample.ingester.fuzz;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests that are right but for their headers. */
final class HeaderRequests {
    static final String PREFER = "Prefer";

    private HeaderRequests() {}

    static FuzzRequest any(Dice dice) {
        return switch (dice.below(5)) {
            case 0 -> positions(dice);
            case 1 -> preferences(dice);
            case 2 -> flood(dice);
            default -> odd(dice);
        };
    }

    private static FuzzRequest positions(Dice dice) {
        RawRequest request = new RawRequest("GET", dice.of("/rating?id=603", "/v1/records/movie/603/ratings"));
        addPosition(dice, request);
        return FuzzRequest.of("Marquee-Position", dice, request, Expected.ofRead(200, 400, 431));
    }

    static void addPosition(Dice dice, RawRequest request) {
        String position = switch (dice.below(5)) {
            case 0 -> "ratings/1:" + dice.of("9", "99", "-1", "9223372036854775807", "9223372036854775808", "NaN", "");
            case 1 ->
                dice.of(
                        "ratings/2147483647:1",
                        "ratings/2147483648:1",
                        "ratings/-1:1",
                        "/1:1",
                        ":",
                        "ratings",
                        "a/b/c:1");
            case 2 ->
                IntStream.range(0, dice.of(2, 100, 600, 900, 950, 1_000))
                        .mapToObj(i -> "t/" + i + ":1")
                        .collect(Collectors.joining(","));
            case 3 -> ",".repeat(dice.below(8_000));
            default ->
                dice.of(
                        "\u00e9",
                        "ratings/1:1\u0000",
                        "\u007f",
                        "r".repeat(7_000) + "/1:1",
                        "ratings /1 : 1",
                        "ratings/\u0661:1");
        };
        for (int times = dice.percent(90) ? 1 : 3; times > 0; times--) {
            request.header("Marquee-Position", position);
        }
    }

    /** Nothing folds what it writes, so that visible it never is. */
    private static FuzzRequest preferences(Dice dice) {
        String preference = dice.of(
                "ack=visible",
                "ACK=Visible; wait=10",
                "ack=committed",
                "ack=",
                "ack=\"visible\"",
                "ack",
                ",,,;;;",
                "respond-async, ack=nonsense",
                "ack=visible, ack=committed",
                "\u00e9",
                "x".repeat(5_000));
        RawRequest request = new RawRequest("PUT", GoodRequests.ratingPath(dice))
                .header(PREFER, preference)
                .body("{\"value\":4.5}");
        return FuzzRequest.of(PREFER, dice, request, Expected.of(200, 400, 504).with(TakenWrites::ofOne));
    }

    private static FuzzRequest flood(Dice dice) {
        RawRequest request = new RawRequest("GET", "/health/live");
        int count = dice.of(1, 50, 300, 2_000);
        int length = dice.of(0, 10, 100, 9_000);
        for (int i = 0; i < count && i * (length + 10) < 200_000; i++) {
            request.header((dice.percent(90) ? "X-Flood-" + i : "Cookie"), "x".repeat(length));
        }
        return FuzzRequest.last("header flood", dice, request, Expected.of(200, 400, 431));
    }

    private static FuzzRequest odd(Dice dice) {
        RawRequest request = dice.percent(50)
                ? new RawRequest("GET", "/health/live")
                : new RawRequest("PUT", GoodRequests.ratingPath(dice)).body("{\"value\":4.5}");
        for (int i = dice.between(1, 3); i > 0; i--) {
            request.header(oddHeader(dice));
        }
        Expected answer = Expected.of(200, 400, 404, 413, 415, 417, 431);
        return FuzzRequest.last("header", dice, request, answer.with(HeaderRequests::ofPut));
    }

    private static void ofPut(Answer answer, Acknowledged taken) {
        if (answer.header("Marquee-Position").isPresent()) {
            TakenWrites.ofOne(answer, taken);
        }
    }

    private static String oddHeader(Dice dice) {
        return dice.of(
                "Host: other",
                "Host: a b",
                "Host: ",
                "Host: [::1",
                "Host: h:99999999",
                "no colon",
                ": no name",
                "Na me: a",
                "Name : a",
                "Nam\u00e9: a",
                " folded: a",
                "\tfolded",
                "Control: a\u0001b\u0000c",
                "Bytes: \u00ff\u00fe\u00e9",
                "Accept: " + "a/b,".repeat(500),
                "Accept: nonsense;q=NaN",
                "Accept-Encoding: gzip;q=1e999, br, *;q=-1",
                "Range: bytes=0-1,5-2,-99999999999999999999",
                "If-Modified-Since: yesterday",
                "If-None-Match: *",
                "Cookie: " + "a=b; ".repeat(300),
                "Cookie: =;;;=\"",
                "Expect: 100-continue",
                "Expect: nonsense",
                "Upgrade: h2c",
                "Upgrade: websocket",
                "Connection: Upgrade, HTTP2-Settings",
                "Connection: close",
                "Connection: nonsense, Host",
                "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
                "TE: trailers, nonsense",
                "Trailer: Content-Length",
                "X-Forwarded-For: '; --",
                "Forwarded: for=\"_gazonk\";proto=",
                "Authorization: Basic !!!",
                "Authorization: Bearer " + "x".repeat(3_000),
                "Origin: null",
                "X-HTTP-Method-Override: DELETE",
                "Content-Type: \u0000",
                "Content-Language: " + OddText.encoded(OddText.any(dice)));
    }
}
