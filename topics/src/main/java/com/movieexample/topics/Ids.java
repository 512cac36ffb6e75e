package com.movieexample.topics;

import com.movieexample.api.InvalidInputException;
import java.util.Collection;
import java.util.List;

/** The rule for ids of every kind: opaque UTF-8 text of 1 to 256 bytes without control characters. */
public final class Ids {
    public static final int MAX_BYTES = 256;

    /** How many ids one request may name. */
    public static final int MAX_BATCH = 100;

    private static final String EXPECTED = "1 to 256 bytes of UTF-8 without control characters";

    private Ids() {}

    /** @throws InvalidInputException naming {@code field}, unless {@code id} keeps the rule */
    public static void require(String field, String id) {
        if (id.isEmpty() || !isText(id, MAX_BYTES)) {
            throw new InvalidInputException(field, id, EXPECTED);
        }
    }

    /**
     * The ids of a batch, each once, in the order given.
     *
     * @throws InvalidInputException naming {@code field}, unless there are 1 to {@value #MAX_BATCH} that keep the rule
     */
    public static List<String> requireBatch(String field, Collection<String> ids) {
        return requireBatch(field, ids, MAX_BATCH);
    }

    /** The same of up to {@code most}. */
    public static List<String> requireBatch(String field, Collection<String> ids, int most) {
        List<String> distinct = ids.stream().distinct().toList();
        if (distinct.isEmpty() || distinct.size() > most) {
            throw new InvalidInputException(field, Integer.toString(distinct.size()), "1 to " + most + " ids");
        }
        distinct.forEach(id -> require(field, id));
        return distinct;
    }

    /** True for text of at most {@code maxBytes} of UTF-8 that has no control characters and no half characters. */
    static boolean isText(String text, int maxBytes) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                return false;
            }
            if (c < 0x80) {
                bytes += 1;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (!Character.isSurrogate(c)) {
                bytes += 3;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                return false;
            }
        }
        return bytes <= maxBytes;
    }
}
