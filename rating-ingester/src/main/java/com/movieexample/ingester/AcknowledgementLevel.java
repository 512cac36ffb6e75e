package com.movieexample.ingester;

import com.movieexample.api.InvalidInputException;
import com.movieexample.runtime.http.RequestHeaders;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** When a write is answered, as the caller prefers it: {@code Prefer: ack=visible}, RFC 7240. */
enum AcknowledgementLevel {
    /** When the log has it, on all in-sync replicas. */
    COMMITTED,
    /** When it is part of the ratings view for good. */
    VISIBLE;

    static final String APPLIED_HEADER = "Preference-Applied";
    private static final String HEADER = "Prefer";
    private static final String NAME = "ack=";

    /** @throws InvalidInputException for a level that there is not; what else is preferred doesn't matter here */
    static AcknowledgementLevel of(Context context) {
        return RequestHeaders.all(context, HEADER).stream()
                .flatMap(header -> Arrays.stream(header.split("[,;]", -1)))
                .map(preference -> preference.strip().toLowerCase(Locale.ROOT))
                .filter(preference -> preference.startsWith(NAME))
                .findFirst()
                .map(AcknowledgementLevel::ofPreference)
                .orElse(COMMITTED);
    }

    private static AcknowledgementLevel ofPreference(String preference) {
        return List.of(values()).stream()
                .filter(level -> level.preference().equals(preference))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(HEADER, preference, "ack=committed or ack=visible"));
    }

    String preference() {
        return NAME + name().toLowerCase(Locale.ROOT);
    }
}
