package com.movieexample.aggregator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class KeyOrderTest {
    private static final long SEED = Long.getLong("marquee.seed", 7);

    private static Bytes bytes(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Bytes> sorted(String... keys) {
        return KeyOrder.sorted(Stream.of(keys).map(KeyOrderTest::bytes).toList(), key -> key);
    }

    @Test
    void comparesBytesAsUnsigned() {
        assertThat(sorted("movie/é", "movie/z", "movie/a")).containsExactly(sortedAs("movie/a", "movie/z", "movie/é"));
    }

    @Test
    void aKeyComesAfterItsOwnBeginning() {
        assertThat(sorted("movie/1\0\0", "movie/1", "movie/1\0"))
                .containsExactly(sortedAs("movie/1", "movie/1\0", "movie/1\0\0"));
        assertThat(sorted("a", "")).containsExactly(sortedAs("", "a"));
    }

    @Test
    void goesOnBehindTheBytesThatItHoldsBesideTheItem() {
        assertThat(sorted("12345678b", "12345678a", "x2345678"))
                .containsExactly(sortedAs("12345678a", "12345678b", "x2345678"));
    }

    @Test
    void noneAndOneAreSorted() {
        assertThat(sorted()).isEmpty();
        assertThat(sorted("a")).containsExactly(sortedAs("a"));
    }

    @Test
    void itemsWithEqualKeysStayInTheirOrder() {
        assertThat(KeyOrder.sorted(List.of("b2", "a3", "b1", "a1"), item -> bytes(item.substring(0, 1))))
                .containsExactly("a3", "a1", "b2", "b1");
    }

    @Test
    void isTheOrderOfAPlainSort() {
        Random random = new Random(SEED);
        List<Bytes> keys = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            byte[] key = new byte[random.nextInt(14)];
            random.nextBytes(key);
            for (int at = 0; at < key.length; at++) {
                key[at] &= (byte) 0x83;
            }
            keys.add(Bytes.wrap(key));
        }

        assertThat(KeyOrder.sorted(keys, key -> key))
                .as("seed %s", SEED)
                .isEqualTo(keys.stream().sorted(Comparator.naturalOrder()).toList());
    }

    private static Bytes[] sortedAs(String... keys) {
        return Stream.of(keys).map(KeyOrderTest::bytes).toArray(Bytes[]::new);
    }
}
