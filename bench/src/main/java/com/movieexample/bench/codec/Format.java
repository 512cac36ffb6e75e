package com.movieexample.bench.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.movieexample.api.json.MetadataJson;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.bench.codec.avro.AvroMetadata;
import com.movieexample.bench.codec.avro.AvroRating;
import java.util.Locale;

/** The formats compared. Codecs are made anew with each call, for one thread each. */
public enum Format {
    PROTOBUF {
        @Override
        Codec<Metadata, ?> metadata() {
            return new ProtobufCodec<>(Metadata.parser());
        }

        @Override
        Codec<RatingEvent, ?> rating() {
            return new ProtobufCodec<>(RatingEvent.parser());
        }
    },
    JSON {
        @Override
        Codec<Metadata, ?> metadata() {
            return new JacksonCodec<>(json(), MetadataJson.class, MetadataJson::of, MetadataJson::toMessage);
        }

        @Override
        Codec<RatingEvent, ?> rating() {
            return new JacksonCodec<>(json(), RatingDocument.class, RatingDocument::of, RatingDocument::toMessage);
        }
    },
    XML {
        @Override
        Codec<Metadata, ?> metadata() {
            return new JacksonCodec<>(xml(), MetadataDocument.class, MetadataDocument::of, MetadataDocument::toMessage);
        }

        @Override
        Codec<RatingEvent, ?> rating() {
            return new JacksonCodec<>(xml(), RatingDocument.class, RatingDocument::of, RatingDocument::toMessage);
        }
    },
    YAML {
        @Override
        Codec<Metadata, ?> metadata() {
            return new JacksonCodec<>(yaml(), MetadataJson.class, MetadataJson::of, MetadataJson::toMessage);
        }

        @Override
        Codec<RatingEvent, ?> rating() {
            return new JacksonCodec<>(yaml(), RatingDocument.class, RatingDocument::of, RatingDocument::toMessage);
        }
    },
    AVRO {
        @Override
        Codec<Metadata, ?> metadata() {
            return new AvroCodec<>(AvroMetadata.class, AvroMessages::of, AvroMessages::toMessage);
        }

        @Override
        Codec<RatingEvent, ?> rating() {
            return new AvroCodec<>(AvroRating.class, AvroMessages::of, AvroMessages::toMessage);
        }
    },
    THRIFT {
        @Override
        Codec<Metadata, ?> metadata() {
            return new ThriftCodec<>(ThriftMetadata::new, ThriftMetadata::of, ThriftMetadata::toMessage);
        }

        @Override
        Codec<RatingEvent, ?> rating() {
            return new ThriftCodec<>(ThriftRating::new, ThriftRating::of, ThriftRating::toMessage);
        }
    };

    abstract Codec<Metadata, ?> metadata();

    abstract Codec<RatingEvent, ?> rating();

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static ObjectMapper json() {
        return withoutNulls(JsonMapper.builder());
    }

    private static ObjectMapper xml() {
        return withoutNulls(XmlMapper.builder());
    }

    private static ObjectMapper yaml() {
        return withoutNulls(YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES, YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS));
    }

    private static ObjectMapper withoutNulls(MapperBuilder<?, ?> builder) {
        return builder.defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .build();
    }
}
