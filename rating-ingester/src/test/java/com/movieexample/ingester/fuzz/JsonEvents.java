package com.movieexample.ingester.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rating events as text of JSON, right ones and wrong ones. */
final class JsonEvents {
    private JsonEvents() {}

    /** A name and a value as they stand there. */
    private record Field(String name, String value) {
        @Override
        public String toString() {
            return name + ":" + value;
        }
    }

    static String good(Dice dice) {
        return object(goodFields(dice));
    }

    private static List<Field> goodFields(Dice dice) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("\"userId\"", quoted(OddText.goodId(dice))));
        fields.add(new Field("\"recordId\"", quoted(OddText.goodId(dice))));
        boolean isPut = dice.percent(80);
        if (isPut) {
            fields.add(new Field("\"value\"", goodValue(dice)));
        } else {
            fields.add(new Field("\"eventType\"", "\"delete\""));
        }
        if (dice.percent(50)) {
            fields.add(new Field("\"ratedAt\"", quoted(goodTime(dice))));
        }
        if (dice.percent(20)) {
            fields.add(new Field("\"recordType\"", "\"film\""));
            fields.add(new Field("\"providerId\"", "\"kino\""));
        }
        return fields;
    }

    static String goodValue(Dice dice) {
        return dice.of("0.5", "1", "2.0", "3.50", "4.5", "5", "45e-1", "5E0");
    }

    static String goodTime(Dice dice) {
        return String.format(
                Locale.ROOT, "20%02d-0%d-1%dT10:20:30.4Z", dice.between(10, 25), dice.between(1, 9), dice.below(10));
    }

    /** Wrong in some way, or by chance not. */
    static String odd(Dice dice) {
        if (dice.percent(10)) {
            return oddValue(dice);
        }
        List<Field> fields = goodFields(dice);
        do {
            change(dice, fields);
        } while (dice.percent(30));
        return object(fields);
    }

    private static void change(Dice dice, List<Field> fields) {
        int at = dice.below(fields.size());
        Field field = fields.get(at);
        switch (dice.below(7)) {
            case 0 -> fields.add(new Field(field.name(), dice.percent(50) ? field.value() : oddValue(dice)));
            case 1 -> fields.add(new Field(oddName(dice), oddValue(dice)));
            case 2 -> fields.set(at, new Field(oddName(dice), field.value()));
            case 3 -> fields.set(at, new Field(field.name(), quoted(OddText.any(dice))));
            default -> fields.set(at, new Field(field.name(), oddValue(dice)));
        }
    }

    private static String oddName(Dice dice) {
        return dice.of(
                        "\"valeu\"",
                        "\"\"",
                        "userId",
                        "'userId'",
                        "\"user\\u0049d\"",
                        "\"USERID\"",
                        "\"__proto__\"",
                        "1")
                .replace("valeu", "valeu" + "u".repeat(dice.percent(5) ? 60_000 : dice.below(100)));
    }

    static String oddValue(Dice dice) {
        return switch (dice.below(6)) {
            case 0 -> nested(dice);
            case 1 -> quoted(OddText.any(dice));
            case 2 ->
                dice.of(
                        "\"2026-13-45T99:99:99Z\"",
                        "\"+1000000000-12-31T23:59:59.999999999Z\"",
                        "\"-999999999-01-01T00:00:00Z\"",
                        "\"9999-12-31T23:59:59.999999999+18:00\"",
                        "\"1969-12-31T23:59:59Z\"",
                        "1e18",
                        "\"put\"",
                        "\"DELETE\"",
                        "\"RATING_EVENT_TYPE_PUT\"");
            case 3 ->
                dice.of("null", "true", "false", "[]", "{}", "\"\"", "\"4.5\"", "[4.5]", "{\"value\":4.5}", "[null]");
            case 4 -> oddNumber(dice);
            default ->
                dice.of(
                        "\"unclosed",
                        "'single'",
                        "\"\\x41\"",
                        "\"\\u12\"",
                        "\"\\ud800\"",
                        "\"\\udc00\\ud800\"",
                        "\"\\u0000\"",
                        "\"raw\u0001control\"",
                        "tru",
                        "/* comment */ 4",
                        "4,",
                        ",",
                        "",
                        "undefined",
                        "@");
        };
    }

    private static String oddNumber(Dice dice) {
        return dice.of(
                "NaN",
                "Infinity",
                "-Infinity",
                "1e999999999",
                "-1e-999999999",
                "1e2147483648",
                "1e-2147483647",
                "0e99999",
                "9".repeat(dice.between(10, 5_000)),
                "0." + "0".repeat(dice.between(10, 500)) + "1",
                "4.5" + "0".repeat(dice.between(10, 70)),
                "9223372036854775808",
                "-9223372036854775809",
                "4.505",
                "5.5",
                "-4.5",
                "-0",
                "-0.0",
                "0x10",
                "0007",
                "+4",
                ".5",
                "5.",
                "4,5",
                "1e",
                "--1");
    }

    /** Deeper than a parser may follow. */
    private static String nested(Dice dice) {
        int depth = dice.percent(2) ? 100_000 : dice.between(2, 200);
        String ending = dice.percent(50) ? "" : "]".repeat(depth);
        return dice.percent(70) ? "[".repeat(depth) + ending : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    private static String object(List<Field> fields) {
        return fields.stream().map(Field::toString).collect(Collectors.joining(",", "{", "}"));
    }

    static String array(Stream<String> elements) {
        return elements.collect(Collectors.joining(",", "[", "]"));
    }

    /** With escapes for what JSON or UTF-8 can't hold as it is. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
