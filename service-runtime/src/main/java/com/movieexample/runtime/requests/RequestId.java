package com.movieexample.runtime.requests;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The id that a request is found by in logs: the one that its caller gave it, if that is fit for a log, else a new one.
 * It is no secret and nothing hangs on it, so that a cheap random number will do.
 */
public final class RequestId {
    /** The HTTP header's name; gRPC metadata has it in lower case. */
    public static final String HEADER = "X-Request-Id";

    private static final int LONGEST = 128;
    private static final String MARKS = "-_.:+/=@";
    private static final HexFormat HEX = HexFormat.of();

    private RequestId() {}

    /** @param given by the caller; null if it gave none */
    public static String of(String given) {
        return given != null && isFit(given)
                ? given
                : HEX.toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** What can neither fill a log nor forge a line of it. */
    private static boolean isFit(String id) {
        return !id.isEmpty() && id.length() <= LONGEST && id.chars().allMatch(RequestId::isFit);
    }

    private static boolean isFit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
    }
}
