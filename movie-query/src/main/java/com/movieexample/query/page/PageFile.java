package com.movieexample.query.page;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A file of the page; its content must not be changed. */
final class PageFile {
    private static final int DIGEST_BYTES = 12;

    private final String contentType;
    private final byte[] content;
    private final String etag;

    PageFile(String contentType, byte[] content) {
        this.contentType = contentType;
        this.content = content;
        this.etag = "W/\"" + digest(content) + "\"";
    }

    String contentType() {
        return contentType;
    }

    byte[] content() {
        return content;
    }

    /** Weak, since the file may be sent compressed. */
    String etag() {
        return etag;
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
