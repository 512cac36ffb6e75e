package com.movieexample.runtime.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * An answer as JSON in UTF-8, which must not be changed, with its validator: a digest of what it says, so that it is the
 * same on every instance that gives the same answer.
 */
public final class TaggedJson {
    private static final int DIGEST_BYTES = 12;

    private final byte[] utf8;
    private final String etag;

    private TaggedJson(byte[] utf8, String etag) {
        this.utf8 = utf8;
        this.etag = etag;
    }

    public byte[] utf8() {
        return utf8;
    }

    /** Weak, since the answer may be sent compressed. */
    public String etag() {
        return etag;
    }

    /** @param from what the answer comes from, if its validator is to tell */
    public static TaggedJson of(byte[] utf8, String from) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(from.getBytes(StandardCharsets.UTF_8));
            byte[] start = Arrays.copyOf(digest.digest(utf8), DIGEST_BYTES);
            return new TaggedJson(
                    utf8, "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + "\"");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
