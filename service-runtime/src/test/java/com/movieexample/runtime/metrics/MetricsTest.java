package com.movieexample.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics("movie");

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void timesInSmallUnitsAreShownInSeconds() {
        FunctionCounter.builder("kafka.producer.flush.time.ns.total", this, any -> 1_500_000_000)
                .description("Total time in flush")
                .register(metrics.registry());
        Gauge.builder("kafka.stream.start.time.ms", () -> 2_500).register(metrics.registry());

        assertThat(metrics.registry().scrape())
                .contains("# HELP kafka_producer_flush_time_seconds_total Total time in flush (shown in seconds)\n")
                .contains("kafka_producer_flush_time_seconds_total{service=\"movie\"} 1.5\n")
                .contains("kafka_stream_start_time_seconds{service=\"movie\"} 2.5\n");
    }

    @Test
    void whatOnlyTheFirstClientOfANameShowsIsLeftOut() {
        Gauge.builder("kafka.app.info.start.time.ms", () -> 2_500).register(metrics.registry());

        assertThat(metrics.registry().scrape()).doesNotContain("kafka_app");
    }

    @Test
    void onlyAHistogramHasACount() {
        Gauge.builder("kafka.consumer.connection.count", () -> 3).register(metrics.registry());

        assertThat(metrics.registry().scrape())
                .contains("kafka_consumer_connections{service=\"movie\"} 3.0\n")
                .doesNotContain("connection_count");
    }

    @Test
    void aCallOverGrpcIsToldByTheServiceThatAnswersAndTheOneOfItsContract() {
        Timer.builder("grpc.server.processing.duration")
                .tag("service", "movieexample.v1.MovieService")
                .tag("methodType", "UNARY")
                .tag("statusCode", "OK")
                .register(metrics.registry())
                .record(Duration.ofMillis(20));

        assertThat(metrics.registry().scrape())
                .contains(
                        "grpc_server_processing_duration_seconds_bucket{grpc_service=\"movieexample.v1.MovieService\","
                                + "method_type=\"UNARY\",service=\"movie\",status=\"OK\",le=\"0.025\"} 1\n")
                .contains("le=\"0.01\"} 0\n");
    }
}
