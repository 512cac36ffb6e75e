package com.movieexample.aggregator.store.batched;

import static com.movieexample.aggregator.store.batched.FakeStoreContext.bytes;
import static com.movieexample.aggregator.store.batched.FakeStoreContext.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.aggregator.store.BrokenOffFoldException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchedStoreTest {
    private final BatchedStore store = new BatchedStore("store");
    private FakeStoreContext kafka;

    @BeforeEach
    void open(@TempDir Path folder) {
        kafka = new FakeStoreContext(folder);
        store.init(kafka.context(), store);
    }

    @AfterEach
    void close() {
        store.close();
        kafka.close();
    }

    private void reopen() {
        store.close();
        store.init(kafka.context(), store);
    }

    private void put(String key, String value) {
        store.put(bytes(key), bytes(value).get());
    }

    private String get(String key) {
        return text(store.get(bytes(key)));
    }

    private List<String> range(String from, String to) {
        List<String> entries = new ArrayList<>();
        Bytes first = from == null ? null : bytes(from);
        try (KeyValueIterator<Bytes, byte[]> found = store.range(first, to == null ? null : bytes(to))) {
            while (found.hasNext()) {
                assertThat(found.peekNextKey()).isNotNull();
                var entry = found.next();
                entries.add(text(entry.key.get()) + "=" + text(entry.value));
            }
        }
        return entries;
    }

    /** It uses internal classes, and rests on when Kafka Streams calls flushCache, clearCache, init and close. */
    @Test
    void wasHeldAgainstTheSourcesOfThisVersionOfKafka() {
        assertThat(AppInfoParser.getVersion())
                .as("read CommittedStore, and in Kafka's sources StreamTask.prepareCommit, "
                        + "ProcessorStateManager.flushCache and recycle, before raising this")
                .isEqualTo("4.3.1");
    }

    /** RocksDB may hold what was never committed: only a wipe after a crash makes that harmless. */
    @Test
    @SuppressWarnings("deprecation")
    void leavesItToKafkaStreamsToForgetItsFilesAfterACrash() {
        assertThat(store.persistent()).isTrue();
        assertThat(store.managesOffsets()).isFalse();
    }

    @Test
    void aChangeIsReadAtOnceAndLoggedOnceWithTheNextCommit() {
        put("a", "1");
        put("b", "1");
        put("a", "2");
        assertThat(get("a")).isEqualTo("2");
        assertThat(kafka.changelog).isEmpty();

        store.flushCache();
        store.flushCache();

        assertThat(kafka.changelog).containsExactly("a=2", "b=1");
        assertThat(get("a")).isEqualTo("2");
        assertThat(get("c")).isNull();
    }

    @Test
    void whatIsPutLastIsReadAtOnceAndLoggedLast() {
        put("a", "1");
        put("b", "1");
        store.putLast(bytes("a"), bytes("2").get());
        assertThat(get("a")).isEqualTo("2");

        store.flushCache();

        assertThat(kafka.changelog).containsExactly("b=1", "a=2");
        assertThat(get("a")).isEqualTo("2");
    }

    @Test
    void whatWasWrittenIsThereAfterAnOrderlyClose() {
        put("a", "1");
        store.flushCache();

        reopen();

        assertThat(get("a")).isEqualTo("1");
    }

    @Test
    void aRevivedTaskFindsNothingOfWhatWasNotCommitted() {
        put("a", "1");
        store.putLast(bytes("b"), bytes("1").get());
        store.readAhead(IntStream.range(0, 9).mapToObj(i -> bytes("k" + i)).toList());

        reopen();
        kafka.restore("k3", "restored");
        store.flushCache();

        assertThat(kafka.changelog).isEmpty();
        assertThat(get("a")).isNull();
        assertThat(get("b")).isNull();
        assertThat(text(store.getAhead(bytes("k3")))).isEqualTo("restored");
    }

    @Test
    void aTaskThatBecomesAStandbyForgetsWhatItReadAhead() {
        store.readAhead(IntStream.range(0, 9).mapToObj(i -> bytes("k" + i)).toList());

        store.clearCache();
        kafka.restore("k3", "restored");

        assertThat(text(store.getAhead(bytes("k3")))).isEqualTo("restored");
    }

    @Test
    void whatWasNotCommittedIsGoneOnceTheCacheIsCleared() {
        put("a", "1");
        store.putLast(bytes("b"), bytes("1").get());

        store.clearCache();

        assertThat(get("a")).isNull();
        assertThat(get("b")).isNull();
    }

    @Test
    void restoresValuesAndTombstones() {
        kafka.restore("a", "1");
        kafka.restore("b", "1");
        kafka.restore("a", null);

        assertThat(get("a")).isNull();
        assertThat(get("b")).isEqualTo("1");
        assertThat(kafka.changelog).isEmpty();
    }

    @Test
    void whatIsReadAheadIsFoundInOrderUnlessItHasChangedSince() {
        for (String key : List.of("a", "b", "d", "f")) {
            put(key, "old");
        }
        store.flushCache();
        store.readAhead(
                Stream.of("a", "b", "b", "c", "d").map(FakeStoreContext::bytes).toList());
        put("b", "new");

        assertThat(text(store.getAhead(bytes("a")))).isEqualTo("old");
        assertThat(text(store.getAhead(bytes("b")))).isEqualTo("new");
        assertThat(store.getAhead(bytes("c"))).isNull();
        assertThat(text(store.getAhead(bytes("d")))).isEqualTo("old");
        assertThat(text(store.getAhead(bytes("f")))).as("not read ahead").isEqualTo("old");
    }

    @Test
    void aRangeHoldsChangesInTheirPlaces() {
        for (String key : List.of("b", "d", "f", "h")) {
            put(key, "old");
        }
        store.flushCache();
        for (String key : List.of("i", "a", "d", "c", "g")) {
            put(key, "new");
        }

        assertThat(range("b", "h")).containsExactly("b=old", "c=new", "d=new", "f=old", "g=new", "h=old");
        assertThat(range(null, "b")).containsExactly("a=new", "b=old");
        assertThat(range("h", null)).containsExactly("h=old", "i=new");
        assertThat(range("x", null)).isEmpty();
    }

    @Test
    void whatItsOwnerHoldsIsReadFirstAndSettledBeforeItIsWritten() {
        put("a", "old");
        store.flushCache();
        store.include(new Unwritten() {
            @Override
            public void settle() {
                put("a", "settled");
            }

            @Override
            public byte[] find(Bytes key) {
                return key.equals(bytes("a")) ? bytes("held").get() : null;
            }
        });
        assertThat(get("a")).isEqualTo("held");

        store.flushCache();

        assertThat(kafka.changelog).containsExactly("a=old", "a=settled");
    }

    /** Kafka Streams would revive the task, and commit what it had written until then. */
    @Test
    void aChangelogThatDeclaresTheTaskCorruptFailsTheApplication() {
        put("a", "1");
        kafka.changelogFailure = new TaskCorruptedException(Set.of(new TaskId(0, 0)));

        assertThatThrownBy(store::flushCache).isInstanceOf(BrokenOffFoldException.class);
    }

    @Test
    void aClosedStoreSaysSo() {
        KeyValueIterator<Bytes, byte[]> open = store.all();
        open.close();
        store.close();
        store.close();

        assertThat(store.isOpen()).isFalse();
        assertThatThrownBy(() -> get("a"))
                .isInstanceOf(InvalidStateStoreException.class)
                .hasMessage("the store store is not open");
    }
}
