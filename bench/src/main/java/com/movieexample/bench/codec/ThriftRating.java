package com.movieexample.bench.codec;

import com.movieexample.api.v1.RatingEvent;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;

/** A rating event as a Thrift struct; the field ids are those of our message, the enum is an i32 as Thrift has it. */
final class ThriftRating extends ThriftStruct {
    private static final TStruct STRUCT = new TStruct("RatingEvent");
    private static final TField RECORD_TYPE = new TField("recordType", TType.STRING, (short) 1);
    private static final TField RECORD_ID = new TField("recordId", TType.STRING, (short) 2);
    private static final TField USER_ID = new TField("userId", TType.STRING, (short) 3);
    private static final TField VALUE = new TField("value", TType.I32, (short) 4);
    private static final TField TYPE = new TField("type", TType.I32, (short) 5);
    private static final TField RATED_AT = new TField("ratedAt", TType.I64, (short) 6);
    private static final TField PROVIDER_ID = new TField("providerId", TType.STRING, (short) 7);

    private String recordType;
    private String recordId;
    private String userId;
    private Integer value;
    private Integer type;
    private Long ratedAt;
    private String providerId;

    ThriftRating() {
        super(STRUCT);
    }

    static ThriftRating of(RatingEvent event) {
        ThriftRating struct = new ThriftRating();
        struct.recordType = event.getRecordType();
        struct.recordId = event.getRecordId();
        struct.userId = event.getUserId();
        struct.value = event.hasValue() ? event.getValue() : null;
        struct.type = event.getTypeValue();
        struct.ratedAt = event.hasRatedAt() ? event.getRatedAt() : null;
        struct.providerId = event.getProviderId();
        return struct;
    }

    RatingEvent toMessage() {
        RatingEvent.Builder event = RatingEvent.newBuilder()
                .setRecordType(recordType)
                .setRecordId(recordId)
                .setUserId(userId)
                .setTypeValue(type)
                .setProviderId(providerId);
        if (value != null) {
            event.setValue(value);
        }
        if (ratedAt != null) {
            event.setRatedAt(ratedAt);
        }
        return event.build();
    }

    @Override
    void writeFields(TProtocol out) throws TException {
        writeString(out, RECORD_TYPE, recordType);
        writeString(out, RECORD_ID, recordId);
        writeString(out, USER_ID, userId);
        writeI32(out, VALUE, value);
        writeI32(out, TYPE, type);
        writeRatedAt(out);
        writeString(out, PROVIDER_ID, providerId);
    }

    private void writeRatedAt(TProtocol out) throws TException {
        if (ratedAt != null) {
            out.writeFieldBegin(RATED_AT);
            out.writeI64(ratedAt);
            out.writeFieldEnd();
        }
    }

    @Override
    void readField(TField field, TProtocol in) throws TException {
        switch (field.id) {
            case 1 -> recordType = in.readString();
            case 2 -> recordId = in.readString();
            case 3 -> userId = in.readString();
            case 4 -> value = in.readI32();
            case 5 -> type = in.readI32();
            case 6 -> ratedAt = in.readI64();
            case 7 -> providerId = in.readString();
            default -> skip(field, in);
        }
    }
}
