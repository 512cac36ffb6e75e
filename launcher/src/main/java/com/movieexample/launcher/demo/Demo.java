package com.movieexample.launcher.demo;

import com.movieexample.api.v1.BatchGetMovieDetailsRequest;
import com.movieexample.api.v1.MovieDetails;
import com.movieexample.api.v1.MovieServiceGrpc;
import com.movieexample.launcher.process.Addresses;
import com.movieexample.launcher.process.DataFolder;
import com.movieexample.launcher.sample.SampleFilm;
import com.movieexample.launcher.sample.SampleFilms;
import com.movieexample.launcher.terminal.Colour;
import com.movieexample.launcher.terminal.Terminal;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.util.ArrayList;
import java.util.List;

/** The show, over a Marquee that is running. Owns its channel; not thread-safe. */
public final class Demo implements AutoCloseable {
    private static final String SAMPLE_LOADED = "sample-loaded";
    private static final int BATCH = 100;

    private final Terminal terminal;
    private final Addresses addresses;
    private final ManagedChannel movies;

    public Demo(Terminal terminal, Addresses addresses) {
        this.terminal = terminal;
        this.addresses = addresses;
        this.movies = Grpc.newChannelBuilder(addresses.movie().grpc(), InsecureChannelCredentials.create())
                .build();
    }

    /** Loads the sample, once in a data folder's life. */
    public void loadOnce(DataFolder data) throws Exception {
        terminal.say("");
        if (data.has(SAMPLE_LOADED)) {
            terminal.say("The sample was loaded before.");
        } else {
            new SampleLoad(terminal, addresses).run();
            data.mark(SAMPLE_LOADED);
        }
    }

    /** Prints the whole show. */
    public void show() throws Exception {
        List<MovieDetails> rated = allMovies();
        heading("Top ten");
        new TopTen(terminal).print(rated);
        MovieDetails first = TopTen.best(rated);
        heading("The ratings of " + first.getMetadata().getTitle());
        new Histogram(terminal).print(first.getRating());
        heading("One rating, seen at once");
        new LiveMoment(terminal, addresses).run(first.getMetadata());
        heading("Try it");
        new ThingsToTry(terminal, addresses).print(first.getMetadata().getId());
    }

    private List<MovieDetails> allMovies() {
        List<String> ids = SampleFilms.load().stream().map(SampleFilm::id).toList();
        List<MovieDetails> details = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            details.addAll(MovieServiceGrpc.newBlockingStub(movies)
                    .batchGetMovieDetails(BatchGetMovieDetailsRequest.newBuilder()
                            .addAllMovieIds(ids.subList(from, Math.min(ids.size(), from + BATCH)))
                            .build())
                    .getFoundList());
        }
        return details;
    }

    private void heading(String text) {
        terminal.say("");
        terminal.say(terminal.paint(Colour.BOLD, text));
    }

    @Override
    public void close() {
        movies.shutdownNow();
    }
}
