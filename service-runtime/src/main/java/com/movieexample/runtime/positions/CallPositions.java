package com.movieexample.runtime.positions;

import com.movieexample.api.Freshness;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.util.List;
import java.util.Locale;

/**
 * The positions of one gRPC call, in its metadata: what the caller has seen, and what the answer reflects. A handler
 * takes those of its call before it does anything else, and tells them what it reflects before it answers. Thread-safe.
 */
public final class CallPositions {
    static final Metadata.Key<String> POSITION = key(Positions.HEADER);
    static final Metadata.Key<String> LAG = key(Freshness.LAG_HEADER);
    static final Metadata.Key<String> GENERATION = key(Freshness.GENERATION_HEADER);
    static final Context.Key<CallPositions> OF_CALL = Context.key("marquee-positions");

    private final String seen;
    private volatile Freshness freshness;
    private volatile Positions written;

    CallPositions(Metadata headers) {
        Iterable<String> entries = headers.getAll(POSITION);
        this.seen = entries == null ? "" : String.join(",", entries);
    }

    private static Metadata.Key<String> key(String header) {
        return Metadata.Key.of(header.toLowerCase(Locale.ROOT), Metadata.ASCII_STRING_MARSHALLER);
    }

    /** Those of the call that this thread has begun to handle. */
    public static CallPositions current() {
        return OF_CALL.get();
    }

    /**
     * What the caller has seen, in one entry or in several.
     *
     * @throws InvalidInputException for what is no position
     */
    public Positions seen() {
        return Positions.parse(seen);
    }

    /** Says what a read reflects. */
    public void reflect(Freshness answer) {
        freshness = answer;
    }

    /** Says where the log has what was written. */
    public void written(Position position) {
        written = new Positions(List.of(position));
    }

    /** Makes a client's calls carry what it has seen. */
    public static ClientInterceptor carrying(Positions seen) {
        Metadata headers = new Metadata();
        if (!seen.isEmpty()) {
            headers.put(POSITION, seen.toString());
        }
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    void addTo(Metadata answer) {
        if (written != null) {
            answer.put(POSITION, written.toString());
        }
        if (freshness != null) {
            if (!freshness.reflects().isEmpty()) {
                answer.put(POSITION, freshness.reflects().toString());
            }
            answer.put(LAG, freshness.lagText());
            freshness.generation().ifPresent(number -> answer.put(GENERATION, Integer.toString(number)));
        }
    }
}
