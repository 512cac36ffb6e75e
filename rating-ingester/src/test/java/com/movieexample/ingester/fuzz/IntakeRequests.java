package com.movieexample.ingester.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code POST /v1/ratings} with wrong bodies. */
final class IntakeRequests {
    private static final int MIB = 1 << 20;

    private IntakeRequests() {}

    static FuzzRequest any(Dice dice) {
        return switch (dice.below(10)) {
            case 0, 1, 2, 3 -> batch("JSON", dice, GoodRequests.JSON, json(dice));
            case 4, 5, 6 -> batch("protobuf", dice, GoodRequests.PROTOBUF, messages(dice));
            case 7, 8 -> stream(dice, lines(dice));
            default -> dice.percent(5) ? big(dice) : mixedUp(dice);
        };
    }

    private static FuzzRequest batch(String kind, Dice dice, String mediaType, byte[] body) {
        Expected answer = Expected.of(200, 207, 400, 413, 422).with(TakenWrites::ofBatch);
        return FuzzRequest.of(kind, dice, GoodRequests.intake(mediaType).body(body), answer);
    }

    private static FuzzRequest stream(Dice dice, byte[] body) {
        Expected answer = Expected.of(200).with(TakenWrites::ofStream);
        return FuzzRequest.of(
                "NDJSON", dice, GoodRequests.intake(GoodRequests.NDJSON).body(body), answer);
    }

    private static byte[] json(Dice dice) {
        String text = dice.percent(5) ? JsonEvents.oddValue(dice) : JsonEvents.array(events(dice));
        return ByteDamage.maybe(dice, ByteDamage.encode(dice, text));
    }

    private static byte[] lines(Dice dice) {
        String text = events(dice).collect(Collectors.joining(dice.of("\n", "\n", "\r\n", "\n\n", "\r")));
        return ByteDamage.maybe(dice, ByteDamage.encode(dice, text));
    }

    private static Stream<String> events(Dice dice) {
        return IntStream.range(0, dice.between(1, 4))
                .mapToObj(i -> dice.percent(30) ? JsonEvents.good(dice) : JsonEvents.odd(dice));
    }

    private static byte[] messages(Dice dice) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = dice.between(1, 4); i > 0; i--) {
            byte[] event = dice.percent(30) ? MessageEvents.good(dice) : MessageEvents.odd(dice);
            long length = dice.percent(95)
                    ? event.length
                    : dice.of(0L, event.length + 1L, -1L, (long) Integer.MAX_VALUE, 1L << 31, dice.anyLong());
            MessageEvents.writeDelimited(body, event, length);
        }
        return ByteDamage.maybe(dice, body.toByteArray());
    }

    /** One form under the name of another, or of none. */
    private static FuzzRequest mixedUp(Dice dice) {
        byte[] body = dice.of(json(dice), messages(dice), lines(dice), dice.bytes(dice.below(200)), new byte[0]);
        String mediaType = dice.of(
                "application/JSON; charset=utf-16",
                "application/json;charset=\"nonsense",
                "application/x-protobuf;;;",
                " application/x-ndjson ; a=b",
                "text/plain",
                "text/csv",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "application/json, text/plain",
                "*/*",
                "/",
                ";",
                "",
                "x".repeat(2_000),
                "application/json\u0000");
        RawRequest request = new RawRequest("POST", GoodRequests.INTAKE).body(body);
        if (dice.percent(90)) {
            request.header("Content-Type", mediaType);
        }
        if (dice.percent(20)) {
            request.header("Content-Encoding", dice.of("gzip", "br", "identity", "nonsense"));
        }
        Expected answer = Expected.of(200, 207, 400, 413, 415, 422);
        return FuzzRequest.of("content type", dice, request, answer.with(IntakeRequests::whateverWasTaken));
    }

    private static void whateverWasTaken(Answer answer, Acknowledged taken) {
        if (answer.header("Content-Type").orElse("").equals(GoodRequests.NDJSON)) {
            TakenWrites.ofStream(answer, taken);
        } else {
            TakenWrites.ofBatch(answer, taken);
        }
    }

    /** About as long as may be, or too long. */
    private static FuzzRequest big(Dice dice) {
        int size = dice.of(MIB - 1, MIB, MIB + 1, 2 * MIB);
        return switch (dice.below(5)) {
            case 0 -> batch("big", dice, GoodRequests.JSON, filled(size, ' '));
            case 1 -> batch("big", dice, GoodRequests.JSON, filled(size, '['));
            case 2 -> batch("big", dice, GoodRequests.PROTOBUF, filled(size, '\u0000'));
            case 3 ->
                batch(
                        "big",
                        dice,
                        GoodRequests.JSON,
                        JsonEvents.array(many(dice)).getBytes(StandardCharsets.UTF_8));
            default -> stream(dice, (filled(size) + "\n" + JsonEvents.good(dice)).getBytes(StandardCharsets.UTF_8));
        };
    }

    private static Stream<String> many(Dice dice) {
        return IntStream.range(0, dice.of(999, 1_000, 1_001, 5_000)).mapToObj(i -> dice.of("{}", "1", "\"\"", "null"));
    }

    private static String filled(int size) {
        return "{\"userId\":\"" + "x".repeat(size - 11);
    }

    private static byte[] filled(int size, char with) {
        return Character.toString(with).repeat(size).getBytes(StandardCharsets.ISO_8859_1);
    }
}
