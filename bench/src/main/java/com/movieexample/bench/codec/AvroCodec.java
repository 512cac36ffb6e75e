package com.movieexample.bench.codec;

import com.google.protobuf.Message;
import com.movieexample.bench.codec.avro.AvroMetadata;
import com.movieexample.bench.codec.avro.AvroRating;
import com.movieexample.bench.codec.avro.AvroRatingType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Function;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.ClassSecurityValidator;

/** Avro's binary encoding of generated classes, with their generated coders; encoder, decoder and buffer are used again. */
final class AvroCodec<P extends Message, M extends SpecificRecordBase> implements Codec<P, M> {
    static {
        trustGeneratedClasses();
    }

    private final SpecificDatumWriter<M> writer;
    private final SpecificDatumReader<M> reader;
    private final Function<P, M> adopted;
    private final Function<M, P> restored;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
    private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(buffer, null);
    private final BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[0], null);

    AvroCodec(Class<M> type, Function<P, M> adopted, Function<M, P> restored) {
        SpecificData model = SpecificData.getForClass(type);
        model.setCustomCoders(true);
        // The generic fast reader would go past the generated decoders.
        model.setFastReaderEnabled(false);
        this.writer = new SpecificDatumWriter<>(model.getSchema(type), model);
        this.reader = new SpecificDatumReader<>(model.getSchema(type), model.getSchema(type), model);
        this.adopted = adopted;
        this.restored = restored;
    }

    /** Avro makes objects only of classes that it was told to trust. */
    private static void trustGeneratedClasses() {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                ClassSecurityValidator.builder()
                        .add(AvroMetadata.class)
                        .add(AvroRating.class)
                        .add(AvroRatingType.class)
                        .build()));
    }

    @Override
    public M adopt(P message) {
        return adopted.apply(message);
    }

    @Override
    public P restore(M specific) {
        return restored.apply(specific);
    }

    @Override
    public byte[] encode(M message) throws IOException {
        buffer.reset();
        writer.write(message, encoder);
        encoder.flush();
        return buffer.toByteArray();
    }

    @Override
    public M decode(byte[] encoded) throws IOException {
        return reader.read(null, DecoderFactory.get().binaryDecoder(encoded, decoder));
    }
}
