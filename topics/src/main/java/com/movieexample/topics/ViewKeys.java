package com.movieexample.topics;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * The reserved keys of the ratings view. None holds a slash, and every {@link RecordKey} holds one, so they never
 * clash.
 */
public final class ViewKeys {
    /** At every multiple of this offset, a partition's watermark is kept for comparison. */
    public static final long CHECKPOINT_INTERVAL = 10_000;

    /** How many checkpoints a partition keeps; the oldest makes room for the next. */
    public static final int CHECKPOINTS_KEPT = 64;

    private static final String WATERMARK = "watermark:";

    private ViewKeys() {}

    /** Where a partition's watermark stands: {@code watermark:3}. */
    public static byte[] watermark(int partition) {
        return (WATERMARK + partition).getBytes(StandardCharsets.UTF_8);
    }

    /** Where the checkpoint of an offset stands: {@code checkpoint:3:17}. */
    public static byte[] checkpoint(int partition, long offset) {
        long slot = offset / CHECKPOINT_INTERVAL % CHECKPOINTS_KEPT;
        return ("checkpoint:" + partition + ":" + slot).getBytes(StandardCharsets.UTF_8);
    }

    /** Where the checkpoints of a partition stand, those that there are: a key for each slot. */
    public static List<byte[]> checkpoints(int partition) {
        return LongStream.range(0, CHECKPOINTS_KEPT)
                .mapToObj(slot -> checkpoint(partition, slot * CHECKPOINT_INTERVAL))
                .toList();
    }

    /** Whether a key of the view is a record's. */
    public static boolean isRecord(byte[] key) {
        for (byte b : key) {
            if (b == '/') {
                return true;
            }
        }
        return false;
    }

    /** The partition whose watermark stands under a key, if one does. */
    public static OptionalInt watermarkPartition(byte[] key) {
        if (isRecord(key)) {
            return OptionalInt.empty();
        }
        String text = new String(key, StandardCharsets.UTF_8);
        return text.startsWith(WATERMARK)
                ? OptionalInt.of(Integer.parseInt(text, WATERMARK.length(), text.length(), 10))
                : OptionalInt.empty();
    }
}
