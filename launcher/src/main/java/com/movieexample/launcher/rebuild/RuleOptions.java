package com.movieexample.launcher.rebuild;

import com.movieexample.launcher.terminal.PatienceConverter;
import com.movieexample.topics.rules.EventRules;
import com.movieexample.topics.rules.RatingScale;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which rules the next generation is built by, where they are to be others than the live one's. */
final class RuleOptions {
    @Option(
            names = "--scale",
            paramLabel = "TYPE=MIN..MAX/STEP",
            description = "values of a rating of one record type, from this generation on; may be repeated")
    private Map<String, String> scales = new LinkedHashMap<>();

    @Option(
            names = "--default-scale",
            paramLabel = "MIN..MAX/STEP",
            description = "the same for all other record types")
    private String defaultScale;

    @Option(
            names = "--tolerance",
            paramLabel = "TIME",
            converter = PatienceConverter.class,
            description = "how far a rating may be dated in the future, from this generation on")
    private Duration tolerance;

    /** The live ones with what was said in their places. */
    EventRules changing(EventRules live) {
        Map<String, RatingScale> changed = new HashMap<>(live.scales());
        scales.forEach((type, scale) -> changed.put(type, RatingScale.parse(scale)));
        return new EventRules(
                changed,
                defaultScale == null ? live.defaultScale() : RatingScale.parse(defaultScale),
                tolerance == null ? live.tolerance() : tolerance);
    }
}
