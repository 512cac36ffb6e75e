package com.movieexample.query;

import com.movieexample.api.Positions;
import com.movieexample.api.v1.GetChartResponse;
import com.movieexample.api.v1.MovieDetails;
import com.movieexample.query.lists.ListQuery;
import com.movieexample.query.live.Update;
import com.movieexample.runtime.http.Json;
import com.movieexample.runtime.http.TaggedJson;
import com.movieexample.topics.view.Answer;
import java.util.Map;
import java.util.Optional;

/** The states of movies and charts, of the live view, as those who watch are told of them. */
final class LiveStates {
    private static final Json JSON = new Json();

    private final MovieController controller;

    LiveStates(MovieController controller) {
        this.controller = controller;
    }

    /** One that lost its metadata is gone. */
    Update<MovieDetails> movie(String id) {
        Answer<Optional<Update<MovieDetails>>> answer = controller
                .get(
                        "",
                        id,
                        Positions.NONE,
                        (answers, wanted) -> answers.json(wanted)
                                .map(json -> new Update<>(
                                        "movie",
                                        json,
                                        () -> answers.message(wanted).orElseGet(MovieDetails::getDefaultInstance))))
                .join();
        return answer.found().orElseGet(() -> gone(id)).reflecting(answer.freshness());
    }

    private static Update<MovieDetails> gone(String id) {
        TaggedJson json = TaggedJson.of(JSON.write(Map.of("id", id)), "gone");
        return new Update<>("gone", json, MovieDetails::getDefaultInstance);
    }

    Update<GetChartResponse> chart(ListQuery query) {
        Answer<Update<GetChartResponse>> answer = controller
                .list(
                        "",
                        Positions.NONE,
                        query,
                        (generation, list) -> new Update<>(
                                "chart",
                                list.json(generation.listJson()::encode),
                                () -> generation.listMessages().chart(list.list())))
                .join();
        return answer.found().reflecting(answer.freshness());
    }
}
