package com.movieexample.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.testkit.HttpCaller;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists, and what callers keep of answers, while movies change. */
class ChangingMoviesIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static RatedMovies movies;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        movies = new RatedMovies("changing-movies", folder);
    }

    @AfterAll
    static void stop() {
        movies.close();
    }

    @Test
    void aNewTitleIsFoundByWhoHasSeenItsPosition() throws Exception {
        for (int i = 0; i < 20; i++) {
            Position put = movies.add("new-" + i, "Xylophone number " + i, 2026, List.of());
            HttpResponse<String> answer =
                    movies.http().get("/v1/movies?q=xylophone+" + i, Positions.HEADER, put.toString());
            assertThat(answer.body()).contains("\"new-" + i + "\"");
        }
        Position renamed = movies.add("new-3", "Yellow", 2026, List.of());
        assertThat(movies.http()
                        .get("/v1/movies?q=xylophone+3", Positions.HEADER, renamed.toString())
                        .body())
                .doesNotContain("\"new-3\"");
        Position gone = movies.remove("new-4");
        assertThat(movies.http()
                        .get("/v1/movies?q=xylophone", Positions.HEADER, gone.toString())
                        .body())
                .doesNotContain("\"new-4\"")
                .contains("\"new-5\"");
    }

    @Test
    void whoHasItAlreadyIsToldSo() throws Exception {
        Position put = movies.add("kept", "Kept", 1990, List.of());
        HttpResponse<String> first = movies.http().get("/v1/movies/kept", Positions.HEADER, put.toString());
        String etag = first.headers().firstValue("ETag").orElseThrow();
        movies.rate(Map.of("somebody-else", movies.ratings(1, 1, 0)));

        HttpResponse<String> again = movies.http().get("/v1/movies/kept", "If-None-Match", "\"other\", " + etag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(etag);
        assertThat(again.headers().firstValue(Positions.HEADER)).isPresent();
        for (String other : List.of("include=score", "include=daily", "include=score,daily")) {
            HttpResponse<String> variant = movies.http().get("/v1/movies/kept?" + other);
            String ofVariant = variant.headers().firstValue("ETag").orElseThrow();
            assertThat(ofVariant).isNotEqualTo(etag);
            assertThat(movies.http()
                            .get("/v1/movies/kept?" + other, "If-None-Match", ofVariant)
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void aValidatorIsTheSameOnEveryInstanceUntilTheMovieChanges(@TempDir Path other) throws Exception {
        Position put = movies.add("watched", "Watched", 2020, List.of());
        String rated = movies.rate(Map.of("watched", movies.ratings(3, 4, 0)));
        try (MovieProcess second = movies.start(other)) {
            String here = etag(movies.http(), "watched", put + "," + rated);
            assertThat(etag(second.http(), "watched", put + "," + rated)).isEqualTo(here);

            String more = movies.rate(Map.of("watched", movies.ratings(4, 4, 0)));
            String changed = etag(movies.http(), "watched", more);
            assertThat(changed).isNotEqualTo(here);
            assertThat(etag(second.http(), "watched", more)).isEqualTo(changed);
        }
    }

    @Test
    void pagesOfAListMissAndRepeatNothingWhileOthersMove() throws Exception {
        Position last = null;
        Map<String, RatingAggregate> rated = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            last = movies.add("page-" + i, "Paged " + i, 1950, List.of("Paged"));
            rated.put("page-" + i, movies.ratings(1 + i % 17, 1 + i % 5, i % 3));
        }
        String position = last + "," + movies.rate(rated);
        for (String sort : List.of("top-rated", "most-rated", "trending", "title", "newest")) {
            Set<String> moved = new HashSet<>();
            List<String> seen = new ArrayList<>();
            String next = "";
            do {
                HttpResponse<String> answer = movies.http()
                        .get(
                                "/v1/movies?genre=Paged&sort=" + sort + "&pageSize=20&pageToken=" + next,
                                Positions.HEADER,
                                position);
                JsonNode page = JSON.readTree(answer.body());
                seen.addAll(ids(page));
                next = page.path("nextPageToken").asText();
                String mover = "page-" + 7 * seen.size() % 300;
                moved.add(mover);
                position = movies.rate(Map.of(mover, movies.ratings(seen.size(), 5, 0)));
            } while (!next.isEmpty());

            assertThat(seen.stream().filter(id -> !moved.contains(id)))
                    .as(sort)
                    .doesNotHaveDuplicates()
                    .hasSize(300 - moved.size());
        }
    }

    @Test
    void afterAStartAllTitlesAreFoundAgain() throws Exception {
        Position put = movies.add("lasting", "Lasting Things", 1990, List.of("Lasting"));
        String rated = movies.rate(Map.of("lasting", movies.ratings(5, 4, 0)));

        movies.restart();

        String seen = put + "," + rated;
        assertThat(movies.http()
                        .get("/v1/movies?q=things", Positions.HEADER, seen)
                        .body())
                .contains("\"lasting\"");
        assertThat(movies.http()
                        .get("/v1/charts/most-rated?genre=lasting", Positions.HEADER, seen)
                        .body())
                .contains("\"lasting\"", "\"count\":5");
    }

    private static String etag(HttpCaller of, String id, String seen) throws Exception {
        HttpResponse<String> answer = of.get("/v1/movies/" + id, Positions.HEADER, seen);
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static List<String> ids(JsonNode list) {
        return list.get("movies").findValuesAsText("id").stream().distinct().toList();
    }
}
