package com.movieexample.bench.codec;

import com.movieexample.api.v1.Metadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TList;
import org.apache.thrift.protocol.TMap;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;

/** Metadata as a Thrift struct; the field ids are those of our message. */
final class ThriftMetadata extends ThriftStruct {
    private static final TStruct STRUCT = new TStruct("Metadata");
    private static final TField ID = new TField("id", TType.STRING, (short) 1);
    private static final TField TITLE = new TField("title", TType.STRING, (short) 2);
    private static final TField DESCRIPTION = new TField("description", TType.STRING, (short) 3);
    private static final TField DIRECTOR = new TField("director", TType.STRING, (short) 4);
    private static final TField YEAR = new TField("year", TType.I32, (short) 5);
    private static final TField GENRES = new TField("genres", TType.LIST, (short) 6);
    private static final TField EXTERNAL_IDS = new TField("externalIds", TType.MAP, (short) 7);

    private String id;
    private String title;
    private String description;
    private String director;
    private Integer year;
    private List<String> genres;
    private Map<String, String> externalIds;

    ThriftMetadata() {
        super(STRUCT);
    }

    static ThriftMetadata of(Metadata metadata) {
        ThriftMetadata struct = new ThriftMetadata();
        struct.id = metadata.getId();
        struct.title = metadata.getTitle();
        struct.description = metadata.getDescription();
        struct.director = metadata.getDirector();
        struct.year = metadata.hasYear() ? metadata.getYear() : null;
        struct.genres = new ArrayList<>(metadata.getGenresList());
        struct.externalIds = new HashMap<>(metadata.getExternalIdsMap());
        return struct;
    }

    Metadata toMessage() {
        Metadata.Builder metadata = Metadata.newBuilder()
                .setId(id)
                .setTitle(title)
                .setDescription(description)
                .setDirector(director)
                .addAllGenres(genres)
                .putAllExternalIds(externalIds);
        if (year != null) {
            metadata.setYear(year);
        }
        return metadata.build();
    }

    @Override
    void writeFields(TProtocol out) throws TException {
        writeString(out, ID, id);
        writeString(out, TITLE, title);
        writeString(out, DESCRIPTION, description);
        writeString(out, DIRECTOR, director);
        writeI32(out, YEAR, year);
        writeGenres(out);
        writeExternalIds(out);
    }

    private void writeGenres(TProtocol out) throws TException {
        out.writeFieldBegin(GENRES);
        out.writeListBegin(new TList(TType.STRING, genres.size()));
        for (String genre : genres) {
            out.writeString(genre);
        }
        out.writeListEnd();
        out.writeFieldEnd();
    }

    private void writeExternalIds(TProtocol out) throws TException {
        out.writeFieldBegin(EXTERNAL_IDS);
        out.writeMapBegin(new TMap(TType.STRING, TType.STRING, externalIds.size()));
        for (Map.Entry<String, String> external : externalIds.entrySet()) {
            out.writeString(external.getKey());
            out.writeString(external.getValue());
        }
        out.writeMapEnd();
        out.writeFieldEnd();
    }

    @Override
    void readField(TField field, TProtocol in) throws TException {
        switch (field.id) {
            case 1 -> id = in.readString();
            case 2 -> title = in.readString();
            case 3 -> description = in.readString();
            case 4 -> director = in.readString();
            case 5 -> year = in.readI32();
            case 6 -> genres = readGenres(in);
            case 7 -> externalIds = readExternalIds(in);
            default -> skip(field, in);
        }
    }

    private static List<String> readGenres(TProtocol in) throws TException {
        int size = in.readListBegin().size;
        List<String> genres = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            genres.add(in.readString());
        }
        in.readListEnd();
        return genres;
    }

    private static Map<String, String> readExternalIds(TProtocol in) throws TException {
        int size = in.readMapBegin().size;
        Map<String, String> externalIds = new HashMap<>(2 * size);
        for (int i = 0; i < size; i++) {
            String source = in.readString();
            externalIds.put(source, in.readString());
        }
        in.readMapEnd();
        return externalIds;
    }
}
