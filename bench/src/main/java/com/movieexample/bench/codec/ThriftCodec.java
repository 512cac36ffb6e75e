package com.movieexample.bench.codec;

import com.google.protobuf.Message;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.thrift.TByteArrayOutputStream;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.transport.TIOStreamTransport;
import org.apache.thrift.transport.TMemoryInputTransport;
import org.apache.thrift.transport.TTransportException;

/** Thrift's compact protocol; transports and protocols are used again, as its own serializer does. */
final class ThriftCodec<P extends Message, M extends ThriftStruct> implements Codec<P, M> {
    private final TByteArrayOutputStream buffer = new TByteArrayOutputStream(1024);
    private final TMemoryInputTransport input;
    private final TProtocol writer;
    private final TProtocol reader;
    private final Supplier<M> empty;
    private final Function<P, M> adopted;
    private final Function<M, P> restored;

    ThriftCodec(Supplier<M> empty, Function<P, M> adopted, Function<M, P> restored) {
        this.empty = empty;
        this.adopted = adopted;
        this.restored = restored;
        try {
            input = new TMemoryInputTransport();
            reader = new TCompactProtocol(input);
            writer = new TCompactProtocol(new TIOStreamTransport(buffer));
        } catch (TTransportException e) {
            throw new IllegalStateException("Thrift makes no transport in memory", e);
        }
    }

    @Override
    public M adopt(P message) {
        return adopted.apply(message);
    }

    @Override
    public P restore(M struct) {
        return restored.apply(struct);
    }

    @Override
    public byte[] encode(M message) throws IOException {
        buffer.reset();
        try {
            message.write(writer);
        } catch (TException e) {
            throw new IOException(e);
        }
        return buffer.toByteArray();
    }

    @Override
    public M decode(byte[] encoded) throws IOException {
        input.reset(encoded);
        reader.reset();
        M message = empty.get();
        try {
            message.read(reader);
        } catch (TException e) {
            throw new IOException(e);
        }
        return message;
    }
}
