package com.movieexample.launcher.demo;

import com.google.common.net.HostAndPort;
import com.movieexample.api.Position;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.launcher.importing.ImportFailedException;
import com.movieexample.launcher.importing.ImportTarget;
import com.movieexample.launcher.importing.InFlight;
import com.movieexample.launcher.importing.ServiceConnection;
import com.movieexample.launcher.importing.ServiceTarget;
import com.movieexample.launcher.importing.VisibilityCheck;
import com.movieexample.launcher.process.Addresses;
import com.movieexample.launcher.sample.SampleFilm;
import com.movieexample.launcher.sample.SampleFilms;
import com.movieexample.launcher.sample.SampleRating;
import com.movieexample.launcher.sample.SampleRatings;
import com.movieexample.launcher.terminal.Figures;
import com.movieexample.launcher.terminal.ProgressBar;
import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.topics.RecordKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Puts the bundled films and ratings through the services, and waits until a reader sees them. */
final class SampleLoad {
    private static final int IN_FLIGHT = 1_000;
    private static final String PROVIDER = "sample";

    private final Terminal terminal;
    private final Addresses addresses;
    private int done;

    SampleLoad(Terminal terminal, Addresses addresses) {
        this.terminal = terminal;
        this.addresses = addresses;
    }

    void run() {
        List<SampleFilm> films = SampleFilms.load();
        List<SampleRating> ratings = new SampleRatings().ratings();
        long start = System.nanoTime();
        InFlight inFlight = new InFlight(IN_FLIGHT);
        try (ImportTarget target = new ServiceTarget(address(addresses.metadata()), address(addresses.rating()));
                ProgressBar bar = new ProgressBar(terminal, "Loading the sample", films.size() + ratings.size())) {
            films.forEach(film -> put(inFlight, bar, () -> target.put(metadata(film))));
            ratings.forEach(rating -> put(inFlight, bar, () -> target.put(event(rating))));
            inFlight.await();
        }
        awaitVisible(inFlight);
        terminal.say("Loaded the sample: %s films and %s ratings in %s."
                .formatted(
                        Figures.count(films.size()),
                        Figures.count(ratings.size()),
                        Figures.duration(Duration.ofNanos(System.nanoTime() - start))));
    }

    private void put(InFlight inFlight, ProgressBar bar, Supplier<CompletableFuture<Position>> put) {
        inFlight.submit(put, () -> {}, reason -> {
            throw new ImportFailedException("the sample was refused: " + reason);
        });
        done++;
        bar.update(done, done);
    }

    private void awaitVisible(InFlight inFlight) {
        try (ServiceConnection movie = new ServiceConnection("movie-query", address(addresses.movie()))) {
            new VisibilityCheck(movie).await(inFlight.positions());
        }
    }

    private static HostAndPort address(Addresses.Service service) {
        return HostAndPort.fromParts(service.host(), service.grpcPort());
    }

    private static Metadata metadata(SampleFilm film) {
        return Metadata.newBuilder()
                .setId(film.id())
                .setTitle(film.title())
                .setYear(film.year())
                .setDirector(film.director())
                .setDescription(film.description())
                .addAllGenres(film.genres())
                .build();
    }

    private static RatingEvent event(SampleRating rating) {
        return RatingEvent.newBuilder()
                .setRecordType(RecordKey.MOVIE)
                .setRecordId(rating.filmId())
                .setUserId(rating.userId())
                .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
                .setValue(rating.hundredths())
                .setRatedAt(rating.ratedAt())
                .setProviderId(PROVIDER)
                .build();
    }
}
