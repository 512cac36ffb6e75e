package com.movieexample.runtime.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Some API keys. Immutable. */
public final class ApiKeys {
    private static final int RANDOM_BYTES = 32;
    /** So that one is recognized where it should not be: in a log, in a repository. */
    private static final String PREFIX = "mq_";

    private final List<ApiKey> keys;

    public ApiKeys(List<ApiKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** The key that this text is. How long it takes does not tell how much of it is right. */
    Optional<ApiKey> find(String text) {
        byte[] hash = sha256(text);
        ApiKey found = null;
        for (ApiKey known : keys) {
            if (MessageDigest.isEqual(known.hash(), hash)) {
                found = known;
            }
        }
        return Optional.ofNullable(found);
    }

    /** A new one, as it is sent. */
    public static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Its hash in hex. */
    public static String hash(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
