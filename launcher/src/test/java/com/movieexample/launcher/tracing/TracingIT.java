package com.movieexample.launcher.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.Positions;
import com.movieexample.api.v1.PutRatingRequest;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.api.v1.RatingServiceGrpc;
import com.movieexample.launcher.command.MarqueeCommand;
import com.movieexample.launcher.process.Addresses;
import com.movieexample.launcher.process.RunningMarquee;
import com.movieexample.launcher.terminal.RecordedTerminal;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces from requests to the fold of what they wrote, as a collector is told of them. Each test has traces of its own. */
class TracingIT {
    private static final String CALLERS_SPAN = "00f067aa0ba902b7";
    /** Spans are sent some seconds after they ended. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static Collector collector;
    private static RunningMarquee marquee;
    private static Addresses at;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        collector = Collector.start();
        marquee = RunningMarquee.start(data, "--trace-endpoint=" + collector.address(), "--trace-sample=1");
        at = marquee.addresses();
    }

    @AfterAll
    static void stop() throws Exception {
        marquee.close();
        collector.close();
    }

    @Test
    void aRatingIsTracedFromItsRequestThroughTheLogToItsFold() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4701";

        put("movie", "put", sampled(trace));

        assertThat(lineage(trace, 3))
                .containsExactlyInAnyOrder(
                        "caller > rating SERVER PUT /v1/records/{type}/{id}/ratings/{userId}",
                        "rating SERVER PUT /v1/records/{type}/{id}/ratings/{userId} > rating PRODUCER send ratings",
                        "rating PRODUCER send ratings > rating-aggregator CONSUMER fold");
    }

    @Test
    void theSameOverGrpc() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4702";
        ManagedChannel channel = Grpc.newChannelBuilder(at.rating().grpc(), InsecureChannelCredentials.create())
                .build();
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER), sampled(trace));
        try {
            RatingServiceGrpc.newBlockingStub(channel)
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                    .putRating(PutRatingRequest.newBuilder()
                            .setRecordId("grpc")
                            .setUserId("7")
                            .setValue(4)
                            .build());
        } finally {
            channel.shutdownNow();
        }

        assertThat(lineage(trace, 3))
                .containsExactlyInAnyOrder(
                        "caller > rating SERVER movieexample.v1.RatingService/PutRating",
                        "rating SERVER movieexample.v1.RatingService/PutRating > rating PRODUCER send ratings",
                        "rating PRODUCER send ratings > rating-aggregator CONSUMER fold");
    }

    @Test
    void aReadIsTracedToTheServiceThatIsAskedForIt() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4703";
        String call = "movieexample.v1.AggregateService/GetAggregates";

        assertThat(marquee.get(at.rating(), "/v1/records/movie/read/rating", "traceparent", sampled(trace))
                        .statusCode())
                .isEqualTo(200);

        assertThat(lineage(trace, 3))
                .containsExactlyInAnyOrder(
                        "caller > rating SERVER GET /v1/records/{type}/{id}/rating",
                        "rating SERVER GET /v1/records/{type}/{id}/rating > rating CLIENT " + call,
                        "rating CLIENT " + call + " > rating-aggregator SERVER " + call);
    }

    @Test
    void aRequestOfATraceThatIsNotSampledHasNoSpan() throws Exception {
        String unsampled = "4bf92f3577b34da6a3ce929d0e0e4704";
        String sampled = "4bf92f3577b34da6a3ce929d0e0e4705";

        put("movie", "same", "00-" + unsampled + "-" + CALLERS_SPAN + "-00");
        put("movie", "same", sampled(sampled));

        // What comes later in the same partition is folded later, and told later.
        assertThat(lineage(sampled, 3)).hasSize(3);
        assertThat(collector.trace(unsampled)).isEmpty();
    }

    @Test
    void aMalformedTraceparentIsAsGoodAsNone() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4706";

        put("series", "malformed", "00-" + trace + "-nonsense-01");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(collector.spans())
                        .filteredOn(span ->
                                span.name().startsWith("PUT") && span.parent().isEmpty())
                        .isNotEmpty());
        assertThat(collector.trace(trace)).isEmpty();
    }

    @Test
    void theRoutersCopyOfAMisplacedEventStaysInItsTrace() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4707";
        RatingEvent event = RatingEvent.newBuilder()
                .setRecordType("movie")
                .setRecordId("misplaced")
                .setUserId("7")
                .setValue(400)
                .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
                .build();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", at.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>("ratings", null, event.toByteArray());
            record.headers().add("traceparent", sampled(trace).getBytes(UTF_8));
            producer.send(record).get();
        }

        assertThat(lineage(trace, 2))
                .containsExactly(
                        "caller > rating-aggregator CONSUMER fold", "caller > rating-aggregator CONSUMER fold");
    }

    @Test
    void aRebuildFoldsOldEventsWithoutTracingThemAgain() throws Exception {
        String before = "4bf92f3577b34da6a3ce929d0e0e4708";
        String after = "4bf92f3577b34da6a3ce929d0e0e4709";
        put("movie", "rebuilt", sampled(before));
        assertThat(lineage(before, 3)).hasSize(3);

        rebuild();
        put("movie", "rebuilt", sampled(after));

        assertThat(lineage(after, 3)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(collector.trace(before)).hasSize(3);
    }

    private static void rebuild() {
        RecordedTerminal terminal = RecordedTerminal.piped();
        int exitCode = MarqueeCommand.commandLine(terminal.terminal())
                .execute(
                        "rebuild",
                        "--grace=0s",
                        "--bootstrap-servers=" + at.bootstrapServers(),
                        "--metadata-address=" + at.metadata().grpc(),
                        "--rating-address=" + at.rating().grpc(),
                        "--movie-address=" + at.movie().grpc(),
                        "--aggregator-address=" + at.aggregator().grpc());
        assertThat(exitCode).as(terminal.err()).isZero();
    }

    private static void put(String type, String id, String traceparent) throws Exception {
        HttpResponse<String> answer = marquee.put(
                at.rating(),
                "/v1/records/" + type + "/" + id + "/ratings/7",
                "{\"value\":4}",
                "traceparent",
                traceparent);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue(Positions.HEADER)).isPresent();
    }

    private static String sampled(String trace) {
        return "00-" + trace + "-" + CALLERS_SPAN + "-01";
    }

    /** Each span with its parent, once there are so many. */
    private static List<String> lineage(String trace, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(collector.trace(trace)).hasSizeGreaterThanOrEqualTo(count));
        List<SeenSpan> spans = collector.trace(trace);
        return spans.stream()
                .map(span -> parent(span, spans) + " > " + span.what())
                .toList();
    }

    private static String parent(SeenSpan span, List<SeenSpan> spans) {
        Stream<String> caller = span.parent().equals(CALLERS_SPAN) ? Stream.of("caller") : Stream.empty();
        return Stream.concat(
                        caller,
                        spans.stream()
                                .filter(other -> other.spanId().equals(span.parent()))
                                .map(SeenSpan::what))
                .findFirst()
                .orElse("none");
    }
}
