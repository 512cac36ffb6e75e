package com.movieexample.launcher.page;

import com.movieexample.api.Positions;
import com.movieexample.launcher.process.Addresses;
import com.movieexample.testkit.HttpCaller;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The movies that the page shows in its tests, and their ratings. */
final class Programme {
    static final int DRAMAS = 25;
    static final String STALKER = "stalker/1979 100%";
    static final String MARKUP_ID = "markup";
    static final String MARKUP = "<img src=x onerror=\"document.title='run'\"> & <b>Bold</b>";

    private final List<String> metadata = new ArrayList<>();
    private final List<String> ratings = new ArrayList<>();

    private Programme() {}

    static void load(Addresses at) throws Exception {
        Programme programme = new Programme();
        programme.write();
        HttpResponse<String> metadata = new HttpCaller(at.metadata().httpPort())
                .postStream("/v1/metadata", "application/x-ndjson", String.join("\n", programme.metadata));
        HttpResponse<String> ratings = new HttpCaller(at.rating().httpPort())
                .post(
                        "/v1/ratings",
                        "application/json",
                        ("[" + String.join(",", programme.ratings) + "]").getBytes(StandardCharsets.UTF_8));
        new HttpCaller(at.movie().httpPort())
                .get("/v1/charts/most-rated", Positions.HEADER, position(metadata) + "," + position(ratings));
    }

    private static String position(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue(Positions.HEADER)
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    private void write() {
        for (int i = 1; i <= DRAMAS; i++) {
            movie("drama-" + i, "Drama Number " + i, "\"year\":" + (1950 + i) + ",\"genres\":[\"Drama\"]");
            rate("drama-" + i, i % 3 + 1, 3);
        }
        movie("comedy", "A Comedy", "\"year\":1930,\"genres\":[\"Comedy\"]");
        rate("comedy", 2, 5);
        movie(MARKUP_ID, MARKUP.replace("\"", "\\\""), "\"description\":\"<script>alert(1)</script>\"");
        movie(
                STALKER,
                "Stalker",
                "\"year\":1979,\"director\":\"Andrei Tarkovsky\",\"genres\":[\"Science Fiction\"],"
                        + "\"description\":\"Two men are led into the Zone.\"");
        rate(STALKER, 7, 5);
        rating(STALKER, "other", 3.5, "2026-11-20T20:00:00Z");
        rating(STALKER, "another", 3.5, "2026-11-18T20:00:00Z");
    }

    private void movie(String id, String title, String more) {
        metadata.add("{\"id\":\"" + id + "\",\"title\":\"" + title + "\"," + more + "}");
    }

    /** By users of the numbers from 1, on one day. */
    private void rate(String id, int users, double value) {
        for (int user = 1; user <= users; user++) {
            rating(id, "user-" + user, value, "2026-11-20T10:00:00Z");
        }
    }

    private void rating(String id, String user, double value, String ratedAt) {
        ratings.add("{\"recordId\":\"" + id + "\",\"userId\":\"" + user + "\",\"value\":" + value + ",\"ratedAt\":\""
                + ratedAt + "\"}");
    }
}
