package com.movieexample.launcher.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** The elements of one JSON array, each read on its own; a malformed one ends the file. */
final class JsonArrayEntries<T> implements Entries<T> {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final SourceFile file;
    private final EntryType<T> type;
    private final JsonParser parser;
    private long index;

    JsonArrayEntries(SourceFile file, EntryType<T> type) throws IOException {
        this.file = file;
        this.type = type;
        this.parser = FACTORY.createParser(file.content());
        if (nextToken() != JsonToken.START_ARRAY) {
            throw new UnusableFileException(file.path(), "holds no JSON array");
        }
    }

    @Override
    public Optional<Entry<T>> next() throws IOException {
        if (nextToken() == JsonToken.END_ARRAY) {
            if (nextToken() != null) {
                throw new UnusableFileException(file.path(), "goes on behind its array");
            }
            return Optional.empty();
        }
        byte[] json = element();
        String place = file.name() + "[" + index++ + "]";
        return Optional.of(new Entry<>(new Place(place, new String(json, UTF_8)), () -> type.ofJson(json)));
    }

    private JsonToken nextToken() throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    /** As it stands there but for white space: what is wrong with it is for its reader to say. */
    private byte[] element() throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonGenerator copy = FACTORY.createGenerator(json)) {
            copy.copyCurrentStructureExact(parser);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
        return json.toByteArray();
    }

    private UnusableFileException malformed(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new UnusableFileException(file.path(), "is malformed" + where + ", in or after element [" + index + "]");
    }
}
