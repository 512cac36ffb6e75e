package com.movieexample.launcher.topics;

import com.movieexample.api.v1.ViewDescription;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** A Marquee at one moment. */
final class Samples {
    static final TopicFigures RATINGS = new TopicFigures(
            "ratings",
            false,
            2,
            List.of(
                    new PartitionFigures(0, 0, 3_391, OptionalLong.of(412_000)),
                    new PartitionFigures(1, 0, 97_445, OptionalLong.of(11_800_000))));
    static final TopicFigures METADATA = new TopicFigures(
            "movie-metadata", true, 1, List.of(new PartitionFigures(0, 12, 312, OptionalLong.of(61_000))));
    static final TopicFigures DEAD_LETTERS =
            new TopicFigures("ratings-dlq", true, 1, List.of(new PartitionFigures(0, 0, 0, OptionalLong.empty())));
    static final TopicFigures LEADERLESS = new TopicFigures(
            "marquee-g1-rating-aggregates-changelog",
            true,
            2,
            List.of(new PartitionFigures(1, 0, 4, OptionalLong.of(900))));
    static final List<TopicFigures> TOPICS = List.of(RATINGS, METADATA, DEAD_LETTERS, LEADERLESS);

    private Samples() {}

    static ViewFigures view(String name, String topic, String state, String detail, long... watermarks) {
        ViewDescription.Builder view = ViewDescription.newBuilder()
                .setName(name)
                .setTopic(topic)
                .setState(state)
                .setDetail(detail);
        IntStream.range(0, watermarks.length)
                .forEach(partition -> view.putWatermarks(partition, watermarks[partition]));
        return ViewFigures.of(view.build(), TOPICS);
    }

    static Overview overview() {
        return new Overview(
                "127.0.0.1:9092",
                OptionalInt.of(1),
                TOPICS,
                2,
                List.of(
                        new ProcessFigures(
                                "metadata",
                                "127.0.0.1:9081",
                                List.of(),
                                Optional.of("no metadata answers at 127.0.0.1:9081: Connection refused")),
                        new ProcessFigures("rating", "127.0.0.1:9082", List.of(), Optional.empty()),
                        new ProcessFigures(
                                "rating-aggregator",
                                "127.0.0.1:9084",
                                List.of(view("fold", "ratings", "live", "all is well", 3_391, 97_445)),
                                Optional.empty()),
                        new ProcessFigures(
                                "movie",
                                "127.0.0.1:9083",
                                List.of(
                                        view("movie-metadata", "movie-metadata", "live", "", 312),
                                        view(
                                                "rating-aggregates",
                                                "ratings",
                                                "restoring",
                                                "12,000 records to go",
                                                3_391,
                                                85_000),
                                        view("rating-aggregates", "other.ratings", "live", "", 9)),
                                Optional.empty())));
    }
}
