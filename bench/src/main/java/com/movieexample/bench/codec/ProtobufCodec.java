package com.movieexample.bench.codec;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;

/** What the topics and gRPC use. */
record ProtobufCodec<P extends Message>(Parser<P> parser) implements Codec<P, P> {
    @Override
    public P adopt(P message) {
        return message;
    }

    @Override
    public P restore(P adopted) {
        return adopted;
    }

    @Override
    public byte[] encode(P message) {
        return message.toByteArray();
    }

    @Override
    public P decode(byte[] encoded) throws InvalidProtocolBufferException {
        return parser.parseFrom(encoded);
    }
}
