package com.movieexample.ingester;

import com.movieexample.api.InvalidInputException;
import com.movieexample.topics.RecordKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * Where the next page of a record's ratings begins, as text for a URL: the user after whom it does, and a checksum over
 * record and user, so that a token of another record or a mistyped one is no place in this one.
 */
final class PageToken {
    private static final String FIELD = "pageToken";
    private static final String EXPECTED = "the nextPageToken of the page before";

    private PageToken() {}

    /** Empty for the last page, which no user follows. */
    static String of(RecordKey record, String afterUserId) {
        if (afterUserId.isEmpty()) {
            return "";
        }
        byte[] user = afterUserId.getBytes(StandardCharsets.UTF_8);
        byte[] token = ByteBuffer.allocate(Integer.BYTES + user.length)
                .putInt(checksum(record, user))
                .put(user)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * The user after whom the page begins; empty for the first page.
     *
     * @throws InvalidInputException for what {@link #of} did not make for this record
     */
    static String afterUserId(RecordKey record, String token) {
        if (token.isEmpty()) {
            return "";
        }
        String user = decode(token);
        if (!of(record, user).equals(token)) {
            throw new InvalidInputException(FIELD, token, EXPECTED);
        }
        return user;
    }

    private static String decode(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            int from = Math.min(Integer.BYTES, bytes.length);
            return new String(Arrays.copyOfRange(bytes, from, bytes.length), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(FIELD, token, EXPECTED, e);
        }
    }

    private static int checksum(RecordKey record, byte[] user) {
        CRC32 checksum = new CRC32();
        checksum.update(record.bytes());
        checksum.update(0);
        checksum.update(user);
        return (int) checksum.getValue();
    }
}
