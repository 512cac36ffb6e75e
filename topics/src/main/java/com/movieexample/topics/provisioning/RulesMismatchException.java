package com.movieexample.topics.provisioning;

import com.movieexample.api.v1.Generation;
import com.movieexample.topics.rules.EventRules;

/** The live generation was built by other rules than this process was started with. */
public final class RulesMismatchException extends RuntimeException {
    RulesMismatchException(Generation live, EventRules rules) {
        super(("generation %d of the ratings view was built by rules %s, this process has rules %s (%s). "
                        + "Start with the scales and the tolerance of the generation; marquee rebuild, with --scale, --default-scale or --tolerance, leads over to others.")
                .formatted(live.getNumber(), live.getRules().getFingerprint(), rules.fingerprint(), rules));
    }
}
