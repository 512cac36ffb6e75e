package com.movieexample.query;

import com.google.protobuf.Timestamp;
import com.movieexample.api.json.MovieJson;
import com.movieexample.api.v1.DailyRatings;
import com.movieexample.api.v1.MovieDetails;
import com.movieexample.api.v1.OwnRating;
import com.movieexample.api.v1.Rating;
import com.movieexample.api.v1.WeightedScore;
import java.time.Instant;
import java.time.LocalDate;

/** Movies with their parts as gRPC messages. */
final class MovieMessages {
    private MovieMessages() {}

    static MovieDetails of(MovieController.WithOwn found) {
        DetailedMovie movie = found.movie();
        MovieDetails.Builder message = movie.movie().toMessage().toBuilder();
        if (movie.parts().contains(Part.SCORE)) {
            message.setWeighted(weighted(movie.weighted()));
        }
        if (movie.parts().contains(Part.DAILY)) {
            movie.daily()
                    .forEach(day -> message.addDaily(DailyRatings.newBuilder()
                            .setEpochDay(LocalDate.parse(day.day()).toEpochDay())
                            .setCount(day.count())));
        }
        found.own().map(MovieMessages::own).ifPresent(message::setOwn);
        return message.build();
    }

    private static WeightedScore weighted(MovieJson.Weighted weighted) {
        WeightedScore.Builder message = WeightedScore.newBuilder().setMinimum(weighted.minimum());
        if (weighted.score() != null) {
            message.setScore(weighted.score().doubleValue());
        }
        if (weighted.prior() != null) {
            message.setPrior(weighted.prior().doubleValue());
        }
        return message.build();
    }

    private static OwnRating own(MovieJson.OwnRating own) {
        OwnRating.Builder message = OwnRating.newBuilder();
        if (own.value() != null) {
            message.setRated(Rating.newBuilder()
                    .setUserId(own.userId())
                    .setValue(own.value().doubleValue())
                    .setRatedAt(time(own.ratedAt())));
        } else if (own.reason() != null) {
            message.setUnavailable(own.reason());
        } else {
            message.setNone(true);
        }
        return message.build();
    }

    private static Timestamp time(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
