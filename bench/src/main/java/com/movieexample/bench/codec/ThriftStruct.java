package com.movieexample.bench.codec;

import org.apache.thrift.TException;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;

/** Writes and reads itself with the calls that Thrift's compiler generates, which is not part of the Java build. */
abstract class ThriftStruct {
    private final TStruct struct;

    ThriftStruct(TStruct struct) {
        this.struct = struct;
    }

    /** Writes the fields that are set. */
    abstract void writeFields(TProtocol out) throws TException;

    /** Reads the field's value, or skips it if it is unknown. */
    abstract void readField(TField field, TProtocol in) throws TException;

    final void write(TProtocol out) throws TException {
        out.writeStructBegin(struct);
        writeFields(out);
        out.writeFieldStop();
        out.writeStructEnd();
    }

    final void read(TProtocol in) throws TException {
        in.readStructBegin();
        for (TField field = in.readFieldBegin(); field.type != TType.STOP; field = in.readFieldBegin()) {
            readField(field, in);
            in.readFieldEnd();
        }
        in.readStructEnd();
    }

    static void writeString(TProtocol out, TField field, String value) throws TException {
        if (value != null) {
            out.writeFieldBegin(field);
            out.writeString(value);
            out.writeFieldEnd();
        }
    }

    static void writeI32(TProtocol out, TField field, Integer value) throws TException {
        if (value != null) {
            out.writeFieldBegin(field);
            out.writeI32(value);
            out.writeFieldEnd();
        }
    }

    static void skip(TField field, TProtocol in) throws TException {
        TProtocolUtil.skip(in, field.type);
    }
}
