package com.movieexample.bench.codec;

import com.google.protobuf.Message;
import java.io.IOException;

/**
 * One format's way with one type of message. For one thread: buffers are used again.
 *
 * @param <P> our own message, which every format starts from in this comparison
 * @param <M> the object that users of the format hold
 */
interface Codec<P extends Message, M> {
    /** The same content as the format's own object; not part of what is measured. */
    M adopt(P message);

    /** The way back; throws nothing for what {@link #decode} gave. Not measured either. */
    P restore(M adopted);

    byte[] encode(M message) throws IOException;

    M decode(byte[] encoded) throws IOException;
}
