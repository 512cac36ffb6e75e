package com.movieexample.bench.codec;

import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;

/** The two messages that are measured, of ordinary size. */
public enum Sample {
    METADATA {
        @Override
        Subject<?, ?> in(Format format) {
            return new Subject<>(format.metadata(), FILM);
        }
    },
    RATING {
        @Override
        Subject<?, ?> in(Format format) {
            return new Subject<>(format.rating(), EVENT);
        }
    };

    private static final Metadata FILM = Metadata.newBuilder()
            .setId("48213")
            .setTitle("The Lighthouse Keeper's Orchestra")
            .setDescription("On an island off the coast of Galicia, a retired conductor takes over a lighthouse that no"
                    + " ship has needed for years. To keep the lamp from being sold for scrap he teaches the fishermen"
                    + " of the village to play, one storm and one borrowed instrument at a time. When a film crew from"
                    + " A Coruña arrives to record the first concert, old quarrels over a lost boat, a love letter and"
                    + " a missing cello come to light, and the orchestra must decide for whom it plays. \"Small, salty"
                    + " and generous\", wrote the critics; the final overture was taken in one shot.")
            .setDirector("Inês Villaverde & Tomás Åkerlund")
            .setYear(2019)
            .addGenres("Comedy")
            .addGenres("Drama")
            .addGenres("Music")
            .putExternalIds("imdb", "tt9871234")
            .putExternalIds("tmdb", "615203")
            .putExternalIds("wikidata", "Q63985561")
            .build();

    private static final RatingEvent EVENT = RatingEvent.newBuilder()
            .setRecordType("movie")
            .setRecordId("48213")
            .setUserId("138042")
            .setValue(450)
            .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
            .setRatedAt(1_763_808_000_123L)
            .setProviderId("web")
            .build();

    /** This message in a format, ready to be written and read. */
    abstract Subject<?, ?> in(Format format);
}
