package com.movieexample.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.http.TaggedJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveUpdatesTest {
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final LiveUpdates<String, String> updates = new LiveUpdates<>(
            new LiveUpdates.Settings("movies", Duration.ofMillis(1), 3, 2), this::state, Optional::of);

    private static class Told implements Watcher<String> {
        final List<String> states = new CopyOnWriteArrayList<>();
        final List<String> ends = new CopyOnWriteArrayList<>();

        @Override
        public void update(Update<String> update) {
            states.add(update.message());
        }

        @Override
        public void beat() {}

        @Override
        public void end() {
            ends.add("ended");
        }

        @Override
        public void fail(Problem problem) {
            ends.add(problem.detail());
        }
    }

    private Update<String> state(String key) {
        String state = states.get(key);
        if (state == null) {
            throw ServiceException.unavailable("not yet", Duration.ofSeconds(1));
        }
        return new Update<>("movie", TaggedJson.of(state.getBytes(StandardCharsets.UTF_8), ""), () -> state);
    }

    @BeforeEach
    void start() {
        updates.start();
    }

    @AfterEach
    void stop() {
        updates.close();
    }

    private void change(String key, String state) {
        states.put(key, state);
        updates.rated(key, RatingAggregate.getDefaultInstance());
    }

    @Test
    void everybodyIsToldOfTheStateAndOfItsChanges() {
        states.put("a", "1");
        Told first = new Told();
        Told second = new Told();
        updates.watch("a", first);
        updates.watch("a", second);
        await().untilAsserted(() -> assertThat(second.states).containsExactly("1"));

        change("a", "2");

        await().untilAsserted(() -> assertThat(first.states).containsExactly("1", "2"));
        await().untilAsserted(() -> assertThat(second.states).containsExactly("1", "2"));
    }

    @Test
    void whatIsTheSameIsNotToldTwice() {
        states.put("a", "1");
        Told told = new Told();
        updates.watch("a", told);
        await().untilAsserted(() -> assertThat(told.states).containsExactly("1"));

        change("a", "1");
        change("a", "3");

        await().untilAsserted(() -> assertThat(told.states).containsExactly("1", "3"));
    }

    @Test
    void whatCannotBeReadIsTriedAgain() {
        Told told = new Told();
        updates.watch("a", told);
        states.put("a", "1");

        await().untilAsserted(() -> assertThat(told.states).containsExactly("1"));
    }

    @Test
    void oneWhoFailsKeepsNobodyElseFromBeingTold() {
        states.put("a", "1");
        Told failing = new Told() {
            @Override
            public void update(Update<String> update) {
                throw new IllegalArgumentException("against the rule");
            }
        };
        Told told = new Told();
        updates.watch("a", failing);
        updates.watch("a", told);
        change("a", "2");

        await().untilAsserted(() -> assertThat(told.states).endsWith("2"));
        assertThat(failing.ends).contains("ended");
    }

    @Test
    void thereIsABoundForThoseWhoWatchAndForWhatIsWatched() {
        updates.watch("a", new Told());
        Told leaving = new Told();
        updates.watch("b", leaving);
        assertThatThrownBy(() -> updates.watch("c", new Told())).hasMessageContaining("2 different movies are watched");
        updates.watch("a", new Told());
        assertThatThrownBy(() -> updates.watch("a", new Told())).hasMessageContaining("3 watch movies");

        updates.remove("b", leaving);
        updates.remove("b", leaving);

        updates.watch("c", new Told());
        assertThat(updates.watchers()).isEqualTo(3);
    }

    @Test
    void whoCannotWatchIsToldWhy() {
        Told told = new Told();
        updates.watchAfter(CompletableFuture.failedFuture(ServiceException.notFound("there is no a")), "a", told);

        assertThat(told.ends).containsExactly("there is no a");
        assertThat(updates.watchers()).isZero();
    }

    @Test
    void theEndIsToldToAll() {
        Told told = new Told();
        updates.watch("a", told);
        updates.close();

        assertThat(told.ends).containsExactly("ended");
        assertThatThrownBy(() -> updates.watch("a", new Told())).hasMessageContaining("stopping");
    }
}
