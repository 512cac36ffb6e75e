package com.movieexample.runtime.access;

import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.ServiceException;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells callers by their keys. Thread-safe. */
public final class Access {
    private static final String SCHEME = "bearer ";

    /** Empty where no keys are needed. */
    private final Optional<Supplier<ApiKeys>> keys;

    private Access(Optional<Supplier<ApiKeys>> keys) {
        this.keys = keys;
    }

    /** Anybody may do anything. */
    public static Access open() {
        return new Access(Optional.empty());
    }

    /** @param keys asked at each request, since one may be revoked at any time */
    public static Access byKeys(Supplier<ApiKeys> keys) {
        return new Access(Optional.of(keys));
    }

    /**
     * Who sent a request.
     *
     * @param authorization the header {@code Authorization}, if it has one
     * @param address that it came from
     * @throws ServiceException for what is no key, or no longer
     */
    public Caller caller(Optional<String> authorization, String address) {
        if (keys.isEmpty()) {
            return Caller.open(address);
        }
        return authorization.map(this::known).map(Caller::of).orElseGet(() -> Caller.unknown(address));
    }

    private ApiKey known(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            // What it says instead may be a secret of another system.
            throw refused("the header Authorization is of another scheme, expected Bearer KEY");
        }
        return keys.orElseThrow()
                .get()
                .find(authorization.substring(SCHEME.length()).strip())
                .orElseThrow(() -> refused("the API key is not known, or was revoked"));
    }

    private static ServiceException refused(String detail) {
        return ServiceException.of(ErrorKind.UNAUTHENTICATED, detail);
    }
}
