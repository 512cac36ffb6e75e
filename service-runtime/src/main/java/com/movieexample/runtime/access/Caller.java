package com.movieexample.runtime.access;

import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.ServiceException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who sent a request.
 *
 * @param name of the key, or the address; limits are counted by it
 * @param known whether a key was given, or none is needed
 */
public record Caller(String name, boolean known, Rights rights) {
    private static final String KEY_NEEDED = "this needs an API key, expected the header Authorization: Bearer KEY";

    /** Where no keys are needed. */
    public static Caller open(String address) {
        return new Caller(address, true, Rights.ALL);
    }

    /** Where keys are needed and none was given. */
    static Caller unknown(String address) {
        return new Caller(address, false, Rights.NONE);
    }

    static Caller of(ApiKey key) {
        return new Caller("key " + key.name(), true, key.rights());
    }

    /** @throws ServiceException unless it gave a key, or none is needed */
    public void requireKey() {
        if (!known) {
            throw ServiceException.of(ErrorKind.UNAUTHENTICATED, KEY_NEEDED);
        }
    }

    /** @throws ServiceException unless it may write such ratings */
    public void requireRating(String providerId, String recordType) {
        requireKey();
        if (!rights.coversProvider(providerId)) {
            throw forbidden("providerId", providerId, rights.providers());
        }
        if (!rights.coversRecordType(recordType)) {
            throw forbidden("recordType", recordType, rights.recordTypes());
        }
    }

    /** @throws ServiceException unless it may write metadata */
    public void requireMetadata() {
        require(rights.metadata(), "metadata");
    }

    /** @throws ServiceException unless it is an operator */
    public void requireOperator() {
        require(rights.operator(), "operator");
    }

    private void require(boolean right, String name) {
        requireKey();
        if (!right) {
            throw ServiceException.of(ErrorKind.FORBIDDEN, this.name + " lacks the right \"" + name + "\"");
        }
    }

    private ServiceException forbidden(String field, String value, Set<String> allowed) {
        String expected =
                allowed.isEmpty() ? "none: it may write no ratings" : String.join(" or ", new TreeSet<>(allowed));
        String shown = value.isEmpty() ? "empty" : "\"" + value + "\"";
        return ServiceException.of(
                ErrorKind.FORBIDDEN,
                "%s is %s, which %s may not write, expected %s".formatted(field, shown, name, expected));
    }
}
