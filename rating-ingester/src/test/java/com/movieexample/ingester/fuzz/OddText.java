package com.movieexample.ingester.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Ids, good and odd, and the forms that they take in a URL. */
final class OddText {
    private OddText() {}

    /** An id that keeps the rules. */
    static String goodId(Dice dice) {
        String plain = "id-" + dice.below(50);
        return switch (dice.below(6)) {
            case 0 -> plain + "/" + dice.below(5) + "%";
            case 1 -> "Am\u00e9lie \ud83c\udfac " + plain;
            case 2 -> "\"" + plain + "\\'" + "<b>";
            case 3 -> plain + "x".repeat(dice.between(0, 240));
            default -> plain;
        };
    }

    /** Text that may break any rule. */
    static String any(Dice dice) {
        return switch (dice.below(12)) {
            case 0 -> "";
            case 1 -> "a\u0000b";
            case 2 -> "tab\tline\r\nend\u001b[31m\u0085";
            case 3 -> "x".repeat(dice.between(200, 3_000));
            case 4 -> "x".repeat(dice.between(70, 85)) + "\ud83c\udfac".repeat(dice.between(1, 100));
            case 5 -> "half \ud83c";
            case 6 -> "\udfac half" + "\ud83c".repeat(dice.between(1, 90));
            case 7 -> "\ufeff\u202e\u2028\ufffe\uffff";
            case 8 -> "../../etc/passwd";
            case 9 -> "${jndi:ldap://a/b} {{7*7}} '; DROP TABLE ratings; --";
            case 10 -> "a;b=c?d#e&f=%zz+%2B%25";
            default -> goodId(dice);
        };
    }

    /** Good more often than not. */
    static String mostlyGood(Dice dice) {
        return dice.percent(70) ? goodId(dice) : any(dice);
    }

    /** As a part of a path or a query: encoded as it should be, or mostly so. */
    static String encoded(Dice dice, String text) {
        return dice.percent(85) ? encoded(text) : carelesslyEncoded(dice, text);
    }

    /** Each byte that is not plain. */
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (octet >= '0' && octet <= '9') || (octet >= 'a' && octet <= 'z') || octet == '-';
            encoded.append(plain ? String.valueOf((char) octet) : percent(octet));
        }
        return encoded.toString();
    }

    private static String carelesslyEncoded(Dice dice, String text) {
        return switch (dice.below(6)) {
            case 0 -> encoded(text) + "%" + dice.of("", "z", "zz", "8", "FF", "C3", "C0%AF", "ED%A0%80", "00", "u0041");
            // Without any encoding, as bytes of UTF-8.
            case 1 -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            case 2 -> encoded(encoded(text));
            case 3 -> dice.of(".", "..", "%2e%2e", "%2E", "%2F", "/", "//", ";", ";jsessionid=1", "*", "{id}", "<id>");
            case 4 -> encoded(text).toLowerCase(Locale.ROOT);
            default -> encoded(text) + "%00" + dice.of("", "x");
        };
    }

    private static String percent(byte octet) {
        return String.format(Locale.ROOT, "%%%02X", octet);
    }
}
