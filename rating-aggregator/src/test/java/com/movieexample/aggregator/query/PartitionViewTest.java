package com.movieexample.aggregator.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.aggregator.query.PartitionView.Page;
import com.movieexample.aggregator.store.RatingLayout;
import com.movieexample.aggregator.store.StoredRatings;
import com.movieexample.api.v1.UserRating;
import com.movieexample.topics.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionViewTest {
    private static final RecordKey RECORD = RecordKey.movie("603");
    private static final long TIME = 1_700_000_000_000L;

    private KeyValueStore<Bytes, byte[]> ratings;
    private PartitionView view;

    @BeforeEach
    void open() {
        ratings = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("ratings"), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        ratings.init(new MockProcessorContext<>().getStateStoreContext(), ratings);
        view = new PartitionView(0, false, OptionalLong.empty(), 1, ratings, ratings);
    }

    @AfterEach
    void close() {
        ratings.close();
    }

    private void put(RecordKey record, String user, int value) {
        ratings.put(RatingLayout.key(record.bytes(), user), StoredRatings.put(TIME, value));
    }

    private void delete(String user) {
        ratings.put(RatingLayout.key(RECORD.bytes(), user), StoredRatings.delete(TIME));
    }

    private List<List<String>> pages(int size) {
        List<List<String>> pages = new ArrayList<>();
        String after = "";
        do {
            Page page = view.page(RECORD, size, after);
            pages.add(page.ratings().stream().map(UserRating::getUserId).toList());
            after = page.nextAfterUserId();
            assertThat(pages).as("pages that never end").hasSizeLessThan(100);
        } while (!after.isEmpty());
        return pages;
    }

    @Test
    void oneUsersRatingIsFound() {
        put(RECORD, "neo", 450);

        assertThat(view.rating(RECORD, "neo"))
                .contains(UserRating.newBuilder()
                        .setUserId("neo")
                        .setValue(450)
                        .setRatedAt(TIME)
                        .build());
        assertThat(view.rating(RECORD, "ne")).isEmpty();
    }

    @Test
    void aDeletedRatingIsNone() {
        delete("neo");

        assertThat(view.rating(RECORD, "neo")).isEmpty();
        assertThat(pages(10)).containsExactly(List.of());
    }

    @Test
    void pagesHoldEachUserOnceByTheBytesOfTheId() {
        List<String> users =
                List.of(" ", "%2F", "/", "10", "2", "Neo", "neo", "neo!", "neo/", "zoë", "ÿ", "\uFFFD", "😀");
        users.forEach(user -> put(RECORD, user, 450));

        for (int size = 1; size <= users.size() + 1; size++) {
            assertThat(pages(size).stream().flatMap(List::stream))
                    .as("pages of %d", size)
                    .containsExactlyElementsOf(users);
        }
    }

    @Test
    void otherRecordsAreInNoPage() {
        put(RECORD, "neo", 450);
        for (String id : List.of("60", "6030", "604", "603 ", "602", "603\u00A0")) {
            put(RecordKey.movie(id), "neo", 50);
        }

        assertThat(pages(10)).containsExactly(List.of("neo"));
    }

    @Test
    void deletedOnesArePassedOver() {
        for (String user : List.of("a", "b", "c", "d", "e")) {
            put(RECORD, user, 450);
        }
        delete("a");
        delete("c");
        delete("e");

        assertThat(pages(1)).containsExactly(List.of("b"), List.of("d"), List.of());
        assertThat(pages(2)).containsExactly(List.of("b", "d"), List.of());
        assertThat(pages(3)).containsExactly(List.of("b", "d"));
    }

    @Test
    void aPageLooksAtABoundedNumberOfEntries() {
        for (int i = 0; i < PartitionView.LOOKED_AT + 1; i++) {
            delete("%06d".formatted(i));
        }
        put(RECORD, "zoe", 450);

        Page first = view.page(RECORD, 10, "");

        assertThat(first.ratings()).isEmpty();
        assertThat(first.nextAfterUserId()).isEqualTo("%06d".formatted(PartitionView.LOOKED_AT - 1));
        assertThat(pages(10)).containsExactly(List.of(), List.of("zoe"));
    }
}
