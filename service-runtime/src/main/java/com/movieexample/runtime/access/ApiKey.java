package com.movieexample.runtime.access;

import java.util.HexFormat;

/**
 * One API key, of which only the hash is known. A key is 32 random bytes, so that a plain hash can't be guessed back and
 * needs no salt.
 *
 * @param sha256 in hex, of the key as it is sent
 */
public record ApiKey(String name, String sha256, Rights rights) {
    byte[] hash() {
        return HexFormat.of().parseHex(sha256);
    }
}
