package com.movieexample.bench.up;

import com.movieexample.bench.contest.WrongAnswerException;
import com.movieexample.bench.workload.MovieRatings;
import com.movieexample.bench.workload.WorkloadTopic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits until every view of a Marquee has all events of a workload, and compares one of its answers. */
final class LoadedMarquee {
    private static final long LOOK_EVERY_MS = 200;

    /** Read from the aggregator, through rating-ingester. */
    private static final int MOVIE = 1;

    private final HttpClient client = HttpClient.newHttpClient();
    private final MarqueeUp marquee;

    LoadedMarquee(MarqueeUp marquee) {
        this.marquee = marquee;
    }

    /** @throws WrongAnswerException if it counts a movie's ratings otherwise than the generator */
    void await(WorkloadTopic loaded) throws IOException, InterruptedException {
        URI rating = marquee.http("rating").resolve("/v1/records/movie/" + MOVIE + "/rating");
        for (URI view : List.of(rating, marquee.http("movie").resolve("/v1/movies?ids=" + MOVIE))) {
            while (!isUpToDate(view)) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
        }
        check(get(rating).body(), loaded.answer().of(MOVIE));
    }

    private boolean isUpToDate(URI view) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(view);
        return answer.statusCode() == 200
                && answer.headers().firstValue("Marquee-Lag").orElse("").equals("0");
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void check(String answer, MovieRatings right) {
        if (!answer.startsWith("{\"count\":" + right.count() + ",")) {
            throw new WrongAnswerException(
                    "./marquee up", "movie %d is %s, expected %s".formatted(MOVIE, answer, right));
        }
    }
}
