package com.movieexample.bench.codec;

import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.bench.codec.avro.AvroMetadata;
import com.movieexample.bench.codec.avro.AvroRating;
import com.movieexample.bench.codec.avro.AvroRatingType;
import java.util.ArrayList;
import java.util.HashMap;

/** Our messages as the objects that Avro generates, and back. */
final class AvroMessages {
    private AvroMessages() {}

    static AvroMetadata of(Metadata metadata) {
        return new AvroMetadata(
                metadata.getId(),
                metadata.getTitle(),
                metadata.getDescription(),
                metadata.getDirector(),
                metadata.hasYear() ? metadata.getYear() : null,
                new ArrayList<>(metadata.getGenresList()),
                new HashMap<>(metadata.getExternalIdsMap()));
    }

    static Metadata toMessage(AvroMetadata avro) {
        Metadata.Builder metadata = Metadata.newBuilder()
                .setId(avro.getId())
                .setTitle(avro.getTitle())
                .setDescription(avro.getDescription())
                .setDirector(avro.getDirector())
                .addAllGenres(avro.getGenres())
                .putAllExternalIds(avro.getExternalIds());
        if (avro.getYear() != null) {
            metadata.setYear(avro.getYear());
        }
        return metadata.build();
    }

    static AvroRating of(RatingEvent event) {
        return new AvroRating(
                event.getRecordType(),
                event.getRecordId(),
                event.getUserId(),
                event.hasValue() ? event.getValue() : null,
                event.getType() == RatingEventType.RATING_EVENT_TYPE_PUT ? AvroRatingType.PUT : AvroRatingType.DELETE,
                event.hasRatedAt() ? event.getRatedAt() : null,
                event.getProviderId());
    }

    static RatingEvent toMessage(AvroRating avro) {
        RatingEvent.Builder event = RatingEvent.newBuilder()
                .setRecordType(avro.getRecordType())
                .setRecordId(avro.getRecordId())
                .setUserId(avro.getUserId())
                .setType(
                        avro.getType() == AvroRatingType.PUT
                                ? RatingEventType.RATING_EVENT_TYPE_PUT
                                : RatingEventType.RATING_EVENT_TYPE_DELETE)
                .setProviderId(avro.getProviderId());
        if (avro.getValue() != null) {
            event.setValue(avro.getValue());
        }
        if (avro.getRatedAt() != null) {
            event.setRatedAt(avro.getRatedAt());
        }
        return event.build();
    }
}
