package com.movieexample.bench.codec;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.google.protobuf.Message;
import java.io.IOException;
import java.util.function.Function;

/** JSON, XML or YAML of records, by a writer and a reader that are bound to the type once. */
final class JacksonCodec<P extends Message, M> implements Codec<P, M> {
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final Function<P, M> adopted;
    private final Function<M, P> restored;

    JacksonCodec(ObjectMapper mapper, Class<M> type, Function<P, M> adopted, Function<M, P> restored) {
        this.writer = mapper.writerFor(type);
        this.reader = mapper.readerFor(type);
        this.adopted = adopted;
        this.restored = restored;
    }

    @Override
    public M adopt(P message) {
        return adopted.apply(message);
    }

    @Override
    public P restore(M document) {
        return restored.apply(document);
    }

    @Override
    public byte[] encode(M document) throws IOException {
        return writer.writeValueAsBytes(document);
    }

    @Override
    public M decode(byte[] encoded) throws IOException {
        return reader.readValue(encoded);
    }
}
