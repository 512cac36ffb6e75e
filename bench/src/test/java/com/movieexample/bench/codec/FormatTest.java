package com.movieexample.bench.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.bench.contest.WrongAnswerException;
import java.io.IOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {
    private static final String ODD = "a & <b> \"c\" 'd': {e}, [f] # - g\\h\tä €\n 𝄞\u00a0, 0x1F: yes, null ";

    @ParameterizedTest
    @EnumSource
    void samplesComeBackAsTheyWere(Format format) throws IOException {
        for (Sample sample : Sample.values()) {
            sample.in(format).check(format.label());
        }
    }

    @ParameterizedTest
    @EnumSource
    void emptyMetadataComesBack(Format format) throws IOException {
        assertComesBack(format.metadata(), Metadata.getDefaultInstance());
    }

    @ParameterizedTest
    @EnumSource
    void oddTextComesBack(Format format) throws IOException {
        assertComesBack(
                format.metadata(),
                Metadata.newBuilder()
                        .setId("-1")
                        .setTitle(ODD)
                        .setDescription(ODD.repeat(100))
                        .setDirector("null")
                        .addGenres("")
                        .addGenres("true")
                        .addGenres("007")
                        .putExternalIds("a b/%<>", ODD)
                        .putExternalIds("~", "")
                        .build());
    }

    @ParameterizedTest
    @EnumSource
    void oneGenreIsStillAList(Format format) throws IOException {
        assertComesBack(
                format.metadata(),
                Metadata.newBuilder().addGenres("Drama").setYear(0).build());
    }

    @ParameterizedTest
    @EnumSource
    void ratingWithoutOptionalFieldsComesBack(Format format) throws IOException {
        assertComesBack(
                format.rating(),
                RatingEvent.newBuilder()
                        .setType(RatingEventType.RATING_EVENT_TYPE_DELETE)
                        .build());
    }

    @ParameterizedTest
    @EnumSource
    void ratingWithExtremeFieldsComesBack(Format format) throws IOException {
        assertComesBack(
                format.rating(),
                RatingEvent.newBuilder()
                        .setRecordType("movie/series %")
                        .setRecordId("0")
                        .setUserId("1e5")
                        .setValue(0)
                        .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
                        .setRatedAt(Long.MIN_VALUE)
                        .setProviderId("Ünï, #1")
                        .build());
    }

    @ParameterizedTest
    @EnumSource
    void aCodecMayBeUsedAgainAfterALongerMessage(Format format) throws IOException {
        Codec<Metadata, ?> codec = format.metadata();

        assertComesBack(codec, Metadata.newBuilder().setTitle(ODD.repeat(50)).build());
        assertComesBack(codec, Metadata.newBuilder().setTitle("short").build());
    }

    @ParameterizedTest
    @EnumSource
    void whatComesBackDifferentIsAWrongAnswer(Format format) {
        RatingEvent event =
                RatingEvent.newBuilder().setRecordId("1").setTypeValue(1).build();

        Assertions.assertThatThrownBy(() -> new Subject<>(new Forgetful<>(format.rating()), event).check("forgetful"))
                .isInstanceOf(WrongAnswerException.class)
                .hasMessageContaining("forgetful");
    }

    private static <P extends Message, M> void assertComesBack(Codec<P, M> codec, P message) throws IOException {
        byte[] encoded = codec.encode(codec.adopt(message));

        assertThat(codec.restore(codec.decode(encoded))).isEqualTo(message);
    }

    /** Loses what it was given. */
    private record Forgetful<M>(Codec<RatingEvent, M> codec) implements Codec<RatingEvent, M> {
        @Override
        public M adopt(RatingEvent message) {
            return codec.adopt(message);
        }

        @Override
        public RatingEvent restore(M adopted) {
            return RatingEvent.getDefaultInstance();
        }

        @Override
        public byte[] encode(M message) throws IOException {
            return codec.encode(message);
        }

        @Override
        public M decode(byte[] encoded) throws IOException {
            return codec.decode(encoded);
        }
    }
}
