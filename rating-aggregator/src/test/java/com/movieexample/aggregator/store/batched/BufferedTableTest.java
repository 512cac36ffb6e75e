package com.movieexample.aggregator.store.batched;

import static com.movieexample.aggregator.store.batched.FakeStoreContext.bytes;
import static com.movieexample.aggregator.store.batched.FakeStoreContext.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.topics.view.RocksMemory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BufferedTableTest {
    /** Of three short entries. */
    private static final long LIMIT = 500;

    private final RocksMemory memory = new RocksMemory(8 << 20);
    private Path folder;
    private RocksTable rocks;
    private BufferedTable table;

    @BeforeEach
    void open(@TempDir Path newFolder) {
        folder = newFolder;
        open();
    }

    private void open() {
        rocks = RocksTable.open("store", folder, memory);
        table = new BufferedTable(rocks, LIMIT);
    }

    @AfterEach
    void close() {
        table.close();
        memory.close();
    }

    /** @param entries as {@code a=1} */
    private void put(String... entries) {
        Map<Bytes, byte[]> all = new LinkedHashMap<>();
        for (String entry : entries) {
            String[] keyAndValue = entry.split("=", 2);
            all.put(bytes(keyAndValue[0]), bytes(keyAndValue[1]).get());
        }
        table.putAll(all);
    }

    private String get(String key) {
        return text(table.get(bytes(key)));
    }

    private String written(String key) {
        return text(rocks.get(bytes(key).get()));
    }

    private List<String> getAll(String... keys) {
        return table.getAll(Stream.of(keys).map(FakeStoreContext::bytes).toList()).stream()
                .map(FakeStoreContext::text)
                .toList();
    }

    private List<String> range(Map<Bytes, byte[]> changes) {
        List<String> entries = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> found = table.range(changes, null, null)) {
            found.forEachRemaining(entry -> entries.add(text(entry.key.get()) + "=" + text(entry.value)));
        }
        return entries;
    }

    @Test
    void entriesWaitUntilThereAreEnough() {
        put("c=1", "a=1");
        put("c=2");
        assertThat(written("c")).isNull();
        assertThat(get("c")).isEqualTo("2");

        put("b=1", "d=1");

        assertThat(List.of(written("a"), written("b"), written("c"), written("d")))
                .containsExactly("1", "1", "2", "1");
        assertThat(get("c")).isEqualTo("2");
    }

    @Test
    void aKeyThatChangesAgainAndAgainTakesNoMoreRoom() {
        for (int i = 0; i < 100; i++) {
            put("a=" + i);
        }

        assertThat(written("a")).isNull();
    }

    @Test
    void theNewestOfWhatWaitsAndWhatWasWrittenIsFound() {
        put("a=1", "b=1", "c=1", "d=1");
        put("b=2");

        assertThat(getAll("a", "b", "bb", "c")).containsExactly("1", "2", null, "1");
        assertThat(getAll("x", "y")).containsExactly(null, null);
        assertThat(getAll("b")).as("all of them wait").containsExactly("2");
        assertThat(range(Map.of(
                        bytes("c"), bytes("3").get(), bytes("e"), bytes("3").get())))
                .containsExactly("a=1", "b=2", "c=3", "d=1", "e=3");
    }

    @Test
    void whatIsRestoredReplacesWhatWaits() {
        put("a=1", "b=1");

        table.restore(List.of(
                KeyValue.pair(bytes("a").get(), bytes("restored").get()),
                KeyValue.pair(bytes("b").get(), null)));

        assertThat(get("a")).isEqualTo("restored");
        assertThat(get("b")).isNull();
    }

    @Test
    void whatWaitsIsWrittenWhenItIsClosed() {
        put("a=1");
        table.close();
        table.close();

        open();

        assertThat(get("a")).isEqualTo("1");
    }
}
