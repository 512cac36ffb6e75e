package com.movieexample.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovieListIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static RatedMovies movies;
    private static String whole;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        movies = new RatedMovies("movie-list", folder);
        movies.add("godfather", "Godfather, The", 1972, List.of("Crime", "Drama"));
        movies.add("part-2", "Godfather: Part II, The", 1974, List.of("Crime", "Drama"));
        movies.add("amelie", "Amelie (Fabuleux destin d'Amélie Poulain, Le)", 2001, List.of("Comedy", "Romance"));
        movies.add("spider", "Spider-Man", 2002, List.of("Action"));
        Position last = movies.add("unrated", "Godmother", 1999, List.of("Drama"));
        String rated = movies.rate(Map.of(
                "godfather", movies.ratings(400, 4.5, 0),
                "part-2", movies.ratings(4, 5, 1),
                "amelie", movies.ratings(100, 4, 2),
                "spider", movies.ratings(90, 3.5, 0)));
        whole = last + "," + rated;
    }

    @AfterAll
    static void stop() {
        movies.close();
    }

    private static JsonNode ask(String path) throws Exception {
        HttpResponse<String> answer = movies.http().get(path, Positions.HEADER, whole);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<String> ids(JsonNode list) {
        return list.get("movies").findValuesAsText("id").stream().distinct().toList();
    }

    @ParameterizedTest
    @CsvSource({
        "the godfather, godfather",
        "amélie, amelie",
        "poulain amelie, amelie",
        "spiderman, spider",
        "spider man, spider",
        "godfahter, godfather",
    })
    void aTitleIsFound(String words, String first) throws Exception {
        JsonNode found = ask("/v1/movies?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));

        assertThat(ids(found)).first().isEqualTo(first);
        assertThat(found.get("sort").asText()).isEqualTo("relevance");
    }

    @Test
    void aSearchIsFiltered() throws Exception {
        assertThat(ids(ask("/v1/movies?q=god&genre=drama&fromYear=1974"))).containsExactly("part-2", "unrated");
        assertThat(ids(ask("/v1/movies?q=god&genre=drama&toYear=1998&minCount=5")))
                .containsExactly("godfather");
        assertThat(ask("/v1/movies?q=god&genre=Opera").get("total").asInt()).isZero();
    }

    @Test
    void theTopRatedAreWeightedByWhatIsReturned() throws Exception {
        JsonNode chart = ask("/v1/charts/top-rated?minimum=50&prior=3");

        assertThat(chart.get("minimum").asInt()).isEqualTo(50);
        assertThat(chart.get("prior").decimalValue()).isEqualByComparingTo("3");
        JsonNode entries = chart.get("entries");
        assertThat(entries.findValuesAsText("score")).containsExactly("4.3333", "3.6667", "3.3214", "3.1481");
        assertThat(entries.findValuesAsText("rank")).containsExactly("1", "2", "3", "4");
        assertThat(entries.get(0).get("movie").get("id").asText()).isEqualTo("godfather");
        assertThat(chart.get("total").asInt()).isEqualTo(4);
    }

    @Test
    void withoutAPriorItIsTheMeanOfAllRatings() throws Exception {
        JsonNode chart = ask("/v1/charts/top-rated");

        // (400 * 4.5 + 4 * 5 + 100 * 4 + 90 * 3.5) / 594
        assertThat(chart.get("prior").decimalValue()).isEqualByComparingTo("4.2677");
        assertThat(chart.get("minimum").asInt()).isEqualTo(25);
    }

    @Test
    void theMostRatedOfAGenreComeInPages() throws Exception {
        JsonNode first = ask("/v1/charts/most-rated?genre=Crime&pageSize=1");
        JsonNode second = ask("/v1/charts/most-rated?genre=Crime&pageSize=1&pageToken="
                + first.get("nextPageToken").asText());

        assertThat(first.get("entries").get(0).get("movie").get("id").asText()).isEqualTo("godfather");
        assertThat(second.get("entries").get(0).get("movie").get("id").asText()).isEqualTo("part-2");
        assertThat(second.get("entries").get(0).get("rank").asInt()).isEqualTo(2);
        assertThat(second.has("nextPageToken")).isFalse();
    }

    @Test
    void theTrendHalvesWithItsHalfLife() throws Exception {
        JsonNode chart = ask("/v1/charts/trending?halfLifeDays=1");

        assertThat(chart.get("halfLifeDays").asInt()).isEqualTo(1);
        assertThat(chart.get("day").asText()).isEqualTo(RatedMovies.today().toString());
        // 400 today, 90 today, 100 two days ago, 4 yesterday
        assertThat(chart.get("entries").findValuesAsText("score")).containsExactly("400", "90", "25", "2");
    }

    @Test
    void genresAreCounted() throws Exception {
        assertThat(ask("/v1/genres").get("genres").get(0).toString()).isEqualTo("{\"genre\":\"Drama\",\"movies\":3}");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/movies?q=, q",
        "/v1/movies?q=x&sort=best, sort",
        "/v1/movies?sort=relevance, sort",
        "/v1/movies?genres=Drama, query",
        "/v1/movies?fromYear=soon, fromYear",
        "/v1/movies?fromYear=2000&toYear=1999, toYear",
        "/v1/movies?minCount=-1, minCount",
        "/v1/movies?pageSize=0, pageSize",
        "/v1/movies?pageSize=101, pageSize",
        "/v1/movies?pageToken=abc, pageToken",
        "/v1/charts/top-rated?prior=1e9, prior",
        "/v1/charts/top-rated?minimum=-1, minimum",
        "/v1/charts/trending?halfLifeDays=0, halfLifeDays",
        "/v1/charts/top-rated?q=x, query",
        "/v1/movies/godfather?include=all, include",
        "/v1/movies?ids=a&sort=title, query",
    })
    void whatIsWrongIsNamed(String path, String field) throws Exception {
        HttpResponse<String> answer = movies.http().get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("field").asText()).isEqualTo(field);
    }

    @Test
    void aPostedBatchHasUpToAThousand() throws Exception {
        List<String> ids = IntStream.range(0, 999).mapToObj(i -> "no-" + i).toList();
        List<String> all = new ArrayList<>(ids);
        all.add("amelie");

        JsonNode batch = JSON.readTree(post(all).body());
        all.add("one-more");

        assertThat(ids(JSON.createObjectNode().set("movies", batch.get("found"))))
                .containsExactly("amelie");
        assertThat(batch.get("missing")).hasSize(999);
        assertThat(post(all).statusCode()).isEqualTo(400);
        assertThat(movies.http()
                        .post("/v1/movies/batch", "text/plain", "{}".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(415);
    }

    private static HttpResponse<String> post(List<String> ids) throws Exception {
        return movies.http().post("/v1/movies/batch", "application/json", JSON.writeValueAsBytes(Map.of("ids", ids)));
    }

    @Test
    void partsComeWhenTheyAreAskedFor() throws Exception {
        JsonNode movie = ask("/v1/movies/amelie?include=score,daily,freshness");

        assertThat(movie.get("weighted").get("score").decimalValue()).isEqualByComparingTo("4.0535");
        assertThat(movie.get("weighted").get("prior").decimalValue()).isEqualByComparingTo("4.2677");
        assertThat(movie.get("daily").toString())
                .isEqualTo("[{\"day\":\"" + RatedMovies.today().minusDays(2) + "\",\"count\":100}]");
        assertThat(movie.get("freshness").get("generation").asInt()).isEqualTo(1);
        assertThat(movie.get("freshness").get("positions").asText()).contains("movie-metadata/0:");
        assertThat(ask("/v1/movies/amelie").has("weighted")).isFalse();
    }

    @Test
    void anOwnRatingIsMarkedWhenNoAggregatorCanBeAsked() throws Exception {
        JsonNode own = ask("/v1/movies/amelie?userId=7").get("own");

        assertThat(own.get("state").asText()).isEqualTo("unavailable");
        assertThat(own.get("reason").asText()).contains("rating-aggregator");
    }
}
