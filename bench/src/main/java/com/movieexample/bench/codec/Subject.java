package com.movieexample.bench.codec;

import com.google.protobuf.Message;
import com.movieexample.bench.contest.WrongAnswerException;
import java.io.IOException;

/** A message in one format, as the format's own object and as bytes. For one thread. */
final class Subject<P extends Message, M> {
    private final Codec<P, M> codec;
    private final P message;
    private final M adopted;
    private final byte[] encoded;

    Subject(Codec<P, M> codec, P message) {
        this.codec = codec;
        this.message = message;
        this.adopted = codec.adopt(message);
        this.encoded = firstEncoded();
    }

    private byte[] firstEncoded() {
        try {
            return encode();
        } catch (IOException e) {
            throw new IllegalArgumentException("not encodable: " + message, e);
        }
    }

    int size() {
        return encoded.length;
    }

    byte[] encode() throws IOException {
        return codec.encode(adopted);
    }

    M decode() throws IOException {
        return codec.decode(encoded);
    }

    /** @throws WrongAnswerException if what is read is not what was written */
    void check(String format) throws IOException {
        P restored = codec.restore(decode());
        if (!restored.equals(message)) {
            throw new WrongAnswerException(format, "wrote %s, read %s".formatted(message, restored));
        }
    }
}
