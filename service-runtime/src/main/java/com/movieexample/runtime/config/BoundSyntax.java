package com.movieexample.runtime.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Bounds as people write them: {@code 1000}, {@code 30s}, {@code 1000,30s}; empty text allows all. */
final class BoundSyntax {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Syntax<Duration> TIME = DurationSyntax.syntax();

    private BoundSyntax() {}

    static Syntax<Bound> syntax() {
        return new Syntax<>(
                "a number such as 1000, a time such as 30s, or both as 1000,30s",
                "N,TIME",
                BoundSyntax::parse,
                BoundSyntax::format);
    }

    private static Optional<Bound> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(Bound.NONE);
        }
        Bound bound = Bound.NONE;
        for (String part : text.split(",", -1)) {
            Optional<Bound> more = and(bound, part);
            if (more.isEmpty()) {
                return more;
            }
            bound = more.get();
        }
        return Optional.of(bound);
    }

    /** Empty for what is neither, and for a second one of a kind. */
    private static Optional<Bound> and(Bound bound, String part) {
        if (NUMBER.matcher(part).matches()) {
            return bound.number().isPresent()
                    ? Optional.empty()
                    : Optional.of(new Bound(OptionalLong.of(Long.parseLong(part)), bound.time()));
        }
        return TIME.parse()
                .apply(part)
                .filter(time -> bound.time().isEmpty())
                .map(time -> new Bound(bound.number(), Optional.of(time)));
    }

    private static String format(Bound bound) {
        List<String> parts = new ArrayList<>();
        bound.number().ifPresent(number -> parts.add(Long.toString(number)));
        bound.time().map(TIME.format()).ifPresent(parts::add);
        return String.join(",", parts);
    }
}
