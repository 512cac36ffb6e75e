package com.movieexample.bench.query;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.movieexample.api.v1.AggregatedRating;
import com.movieexample.api.v1.HistogramBucket;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.MovieDetails;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What must be answered for a movie, made from the sample and without any of Marquee's own arithmetic. */
final class ExpectedMovie {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Metadata metadata;
    private final long[] histogram;
    private final long count;
    private final long sumHundredths;

    ExpectedMovie(SampleMovies movies, int movie) {
        this.metadata = movies.metadata(movie);
        this.histogram = movies.histogram(movie);
        this.count = movies.count(movie);
        this.sumHundredths = movies.sumHundredths(movie);
    }

    String id() {
        return metadata.getId();
    }

    private BigDecimal mean() {
        return BigDecimal.valueOf(sumHundredths, 2).divide(BigDecimal.valueOf(count), 4, RoundingMode.HALF_UP);
    }

    MovieDetails message() {
        AggregatedRating.Builder rating =
                AggregatedRating.newBuilder().setCount(count).setSumHundredths(sumHundredths);
        if (count > 0) {
            rating.setMean(mean().doubleValue());
        }
        for (int value = 0; value < histogram.length; value++) {
            if (histogram[value] > 0) {
                rating.addHistogram(HistogramBucket.newBuilder()
                        .setValue(SampleMovies.hundredths(value) / 100.0)
                        .setCount(histogram[value]));
            }
        }
        return MovieDetails.newBuilder().setMetadata(metadata).setRating(rating).build();
    }

    /** Comparable with what {@link #parse} makes of an answer. */
    JsonNode json() throws IOException {
        ObjectNode movie = JSON.createObjectNode().put("id", metadata.getId());
        ObjectNode described = movie.putObject("metadata")
                .put("id", metadata.getId())
                .put("title", metadata.getTitle())
                .put("description", metadata.getDescription())
                .put("director", metadata.getDirector())
                .put("year", metadata.getYear());
        metadata.getGenresList().forEach(described.putArray("genres")::add);
        metadata.getExternalIdsMap().forEach(described.putObject("externalIds")::put);
        ObjectNode rating = movie.putObject("rating").put("count", count).put("sum", plain(sum()));
        if (count > 0) {
            rating.put("mean", plain(mean()));
        }
        ArrayNode buckets = rating.putArray("histogram");
        for (int value = 0; value < histogram.length; value++) {
            if (histogram[value] > 0) {
                buckets.addObject()
                        .put("value", plain(BigDecimal.valueOf(SampleMovies.hundredths(value), 2)))
                        .put("count", histogram[value]);
            }
        }
        return parse(JSON.writeValueAsBytes(movie));
    }

    private BigDecimal sum() {
        return BigDecimal.valueOf(sumHundredths, 2);
    }

    /** Without zeros at the end, and no power of ten either. */
    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    static JsonNode parse(byte[] utf8) throws IOException {
        return JSON.readTree(utf8);
    }
}
