package com.movieexample.runtime.process;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** The host that others reach a process by. */
final class AdvertisedHost {
    private AdvertisedHost() {}

    /**
     * What was set; otherwise the host it listens on, or this machine's address if it listens on all.
     *
     * @throws IllegalStateException if a host can't be looked up
     */
    static String of(Optional<String> set, String listening) {
        if (set.isPresent()) {
            return set.get();
        }
        try {
            boolean all = InetAddress.getByName(listening).isAnyLocalAddress();
            return all ? InetAddress.getLocalHost().getHostAddress() : listening;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no address is known for " + listening + "; set the host to advertise", e);
        }
    }
}
