package com.movieexample.runtime.positions;

import com.movieexample.api.Freshness;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** The headers {@code Marquee-Position}, {@code Marquee-Lag} and {@code Marquee-Generation}. */
public final class HttpPositions {
    private HttpPositions() {}

    /**
     * What the caller has seen; it may send the header several times.
     *
     * @throws InvalidInputException for what is no position
     */
    public static Positions seen(Context context) {
        Enumeration<String> headers = context.req().getHeaders(Positions.HEADER);
        return headers.hasMoreElements()
                ? Positions.parse(String.join(",", Collections.list(headers)))
                : Positions.NONE;
    }

    /** Says what a read reflects. */
    public static void reflect(Context context, Freshness freshness) {
        if (!freshness.reflects().isEmpty()) {
            context.header(Positions.HEADER, freshness.reflects().toString());
        }
        context.header(Freshness.LAG_HEADER, freshness.lagText());
        freshness
                .generation()
                .ifPresent(number -> context.header(Freshness.GENERATION_HEADER, Integer.toString(number)));
    }

    /** Says where the log has what was written. */
    public static void written(Context context, Position position) {
        written(context, new Positions(List.of(position)));
    }

    /** The same of several. */
    public static void written(Context context, Positions positions) {
        if (!positions.isEmpty()) {
            context.header(Positions.HEADER, positions.toString());
        }
    }
}
