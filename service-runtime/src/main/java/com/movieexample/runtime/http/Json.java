package com.movieexample.runtime.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.movieexample.api.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * JSON as every service reads and writes it. Reading is strict: unknown and repeated fields, text for numbers and
 * anything after the value are refused. Numbers are exact decimals, times RFC 3339, and nulls are left out. Immutable
 * and thread-safe.
 */
public final class Json {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 64;
    /** Several times what a whole batch has. The values of tiny ones take many times the bytes that they are read from. */
    private static final int MOST_TOKENS = 50_000;

    static final String BOUNDS = "JSON of at most " + MOST_TOKENS + " tokens, " + DEEPEST + " levels and "
            + LONGEST_NUMBER + " digits a number";

    private final ObjectMapper mapper = strictMapper();

    /** @throws InvalidInputException naming the field, what it held and what was expected */
    public <T> T read(byte[] utf8, Class<T> type) {
        return type.cast(read(utf8, (Type) type));
    }

    public byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a tree that can be changed. */
    ObjectNode tree(Object value) {
        return mapper.valueToTree(value);
    }

    Object read(byte[] utf8, Type type) {
        try (JsonParser parser = mapper.createParser(utf8)) {
            return readOne(parser, mapper.constructType(type));
        } catch (IOException e) {
            throw JsonErrors.malformed(e);
        }
    }

    /** Explains errors while the parser still stands where it gave up. */
    private Object readOne(JsonParser parser, JavaType type) throws IOException {
        try {
            Object value = mapper.readValue(parser, type);
            if (value == null || parser.nextToken() != null) {
                throw new InvalidInputException(
                        JsonErrors.BODY, JsonTypeNames.ofToken(parser), "one value and nothing after it");
            }
            return value;
        } catch (JsonMappingException e) {
            throw JsonErrors.explain(e, JsonTypeNames.ofToken(parser));
        }
    }

    /**
     * The elements of an array as they stand there, to be read one by one.
     *
     * @param most of them, since a short one takes many times its bytes to keep
     * @throws InvalidInputException for what is no array, has more elements, or is malformed
     */
    public List<byte[]> elements(byte[] utf8, int most) {
        try (JsonParser parser = mapper.createParser(utf8)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new InvalidInputException(JsonErrors.BODY, JsonTypeNames.ofToken(parser), "an array");
            }
            if (parser.currentTokenLocation().getByteOffset() < 0) {
                throw new InvalidInputException(JsonErrors.BODY, "text in UTF-16 or UTF-32", "UTF-8");
            }
            // Whether an element has a field twice is for its own reader to say.
            parser.disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
            List<byte[]> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (elements.size() == most) {
                    throw new InvalidInputException(
                            JsonErrors.BODY, "more than " + most + " elements", "at most " + most + " elements");
                }
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                // Lets the parser come to the end of text and numbers, too.
                parser.finishToken();
                elements.add(Arrays.copyOfRange(
                        utf8, start, (int) parser.currentLocation().getByteOffset()));
            }
            if (parser.nextToken() != null) {
                throw new InvalidInputException(
                        JsonErrors.BODY, "more than an array", "one value and nothing after it");
            }
            return elements;
        } catch (IOException e) {
            throw JsonErrors.malformed(e);
        }
    }

    private static ObjectMapper strictMapper() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(LONGEST_NUMBER)
                .maxTokenCount(MOST_TOKENS)
                .build();
        JsonMapper.Builder builder = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL)
                .addModule(new Rfc3339Module())
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> List.of(
                                        CoercionInputShape.Integer,
                                        CoercionInputShape.Float,
                                        CoercionInputShape.Boolean)
                                .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)));
        return builder.build();
    }
}
