package com.movieexample.ingester.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What is sent at once over one connection, and what is to come back.
 *
 * @param kind for the figures
 * @param pieces sent with pauses in between
 * @param answers in their order; of a request that ends the connection the first one, which others may follow
 */
record FuzzRequest(String kind, List<byte[]> pieces, Ending ending, List<Expected> answers) {
    private static final int SHOWN = 4_000;

    /** What the client does next with the connection. */
    enum Ending {
        /** It goes on with another request. */
        KEEPS,
        /** It says that no more will come, and reads to the end. */
        ENDS,
        /** The same in the middle of a request, which needs no answer then. */
        BREAKS_OFF
    }

    static FuzzRequest of(String kind, Dice dice, RawRequest request, Expected answer) {
        return new FuzzRequest(kind, request.pieces(dice), Ending.KEEPS, List.of(answer.to(request.method())));
    }

    /** The same, as the last one over its connection: the server may give that up where it can't make out a request. */
    static FuzzRequest last(String kind, Dice dice, RawRequest request, Expected answer) {
        return new FuzzRequest(kind, request.pieces(dice), Ending.ENDS, List.of(answer.to(request.method())));
    }

    /** With escapes for what is not printable. */
    String shown() {
        StringBuilder shown = new StringBuilder();
        for (byte[] piece : pieces) {
            String text = new String(piece, StandardCharsets.ISO_8859_1);
            text.chars().limit(SHOWN).forEach(c -> shown.append(escaped((char) c)));
            shown.append(text.length() > SHOWN ? "\u2026 of " + text.length() + " bytes" : "")
                    .append('|');
        }
        return shown.toString();
    }

    private static String escaped(char c) {
        if (c == '\n') {
            return "\\n\n";
        }
        if (c == '\r') {
            return "\\r";
        }
        return c >= ' ' && c < 0x7f ? Character.toString(c) : String.format(Locale.ROOT, "\\x%02x", (int) c);
    }
}
