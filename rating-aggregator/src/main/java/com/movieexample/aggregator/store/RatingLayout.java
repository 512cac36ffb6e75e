package com.movieexample.aggregator.store;

import com.movieexample.topics.rules.RatingVersion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.ByteUtils;
import org.apache.kafka.common.utils.Bytes;

/**
 * How {@code ratings-by-user} holds a rating.
 *
 * <p>Key: the record's key, a zero byte, the user's id. No id holds a zero byte, so all ratings of a record, and only
 * those, begin with its key and that byte.
 *
 * <p>Value: one byte of flags (bit 0: live, bit 1: explicit, the rest zero), the event time in ms since 1970 as six
 * bytes, big-endian, and for a live rating its value in hundredths as an unsigned varint. 8 or 9 bytes for most.
 */
public final class RatingLayout {
    private static final int LIVE = 1;
    private static final int EXPLICIT = 2;
    private static final int TIME_BYTES = 6;

    private RatingLayout() {}

    public static Bytes key(byte[] recordKey, String userId) {
        byte[] user = userId.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(recordKey.length + 1 + user.length)
                .put(recordKey)
                .put((byte) 0)
                .put(user)
                .array());
    }

    /**
     * The least key of a record that comes after a user's.
     *
     * @param afterUserId empty for the record's first key
     */
    public static Bytes keyAfter(byte[] recordKey, String afterUserId) {
        byte[] key = key(recordKey, afterUserId).get();
        return Bytes.wrap(afterUserId.isEmpty() ? key : Arrays.copyOf(key, key.length + 1));
    }

    /** Greater than every key of a record, and less than those of all records after it. */
    public static Bytes endOf(byte[] recordKey) {
        byte[] end = Arrays.copyOf(recordKey, recordKey.length + 1);
        end[recordKey.length] = 1;
        return Bytes.wrap(end);
    }

    /** The user of a record's key. */
    public static String userOf(byte[] recordKey, Bytes key) {
        int prefix = recordKey.length + 1;
        return new String(key.get(), prefix, key.get().length - prefix, StandardCharsets.UTF_8);
    }

    public static byte[] value(RatingVersion version) {
        int size = 1 + TIME_BYTES + (version.live() ? ByteUtils.sizeOfUnsignedVarint(version.value()) : 0);
        ByteBuffer bytes = ByteBuffer.allocate(size)
                .put((byte) ((version.live() ? LIVE : 0) | (version.explicit() ? EXPLICIT : 0)))
                .putShort((short) (version.time() >>> 32))
                .putInt((int) version.time());
        if (version.live()) {
            ByteUtils.writeUnsignedVarint(version.value(), bytes);
        }
        return bytes.array();
    }

    public static RatingVersion version(byte[] value) {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        int flags = bytes.get();
        long time = (bytes.getShort() & 0xffffL) << 32 | (bytes.getInt() & 0xffff_ffffL);
        boolean explicit = (flags & EXPLICIT) != 0;
        return (flags & LIVE) != 0
                ? RatingVersion.put(time, explicit, ByteUtils.readUnsignedVarint(bytes))
                : RatingVersion.delete(time, explicit);
    }
}
