package com.movieexample.runtime.process;

import com.movieexample.runtime.access.Access;
import com.movieexample.runtime.access.keyfile.KeyFile;
import com.movieexample.runtime.admission.Limits;
import com.movieexample.runtime.tls.TlsPair;
import java.util.Optional;
import java.util.Set;

/**
 * How far a service is open to those who reach it.
 *
 * @param keys that writers and operators need; empty if they need none. The service owns it
 * @param tls what it shows of itself; empty if it speaks in the clear
 * @param origins of other sites whose pages may use it
 */
public record Exposure(Limits limits, Optional<KeyFile> keys, Optional<TlsPair> tls, Set<String> origins) {
    /** To all, within the default limits, in the clear. */
    public static final Exposure OPEN = new Exposure(Limits.DEFAULT, Optional.empty(), Optional.empty(), Set.of());

    Access access() {
        return keys.map(Access::byKeys).orElseGet(Access::open);
    }
}
