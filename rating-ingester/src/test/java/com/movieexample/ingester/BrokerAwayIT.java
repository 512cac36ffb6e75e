package com.movieexample.ingester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import com.google.rpc.ErrorInfo;
import com.movieexample.api.v1.PutRatingRequest;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.broker.EmbeddedBroker;
import com.movieexample.broker.EmbeddedBrokerConfig;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.NaiveRatings;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.provisioning.MarqueeLog;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One broker behind a link that can lose its answers. */
class BrokerAwayIT {
    private static final String PUT = "/rating?id=603&userId=7&value=4.5";
    private static final Pattern RATED_AT = Pattern.compile("\"ratedAt\":\"([^\"]+)\"");
    private static final Map<String, String> IMPATIENT =
            Map.of("max.block.ms", "500", "request.timeout.ms", "500", "delivery.timeout.ms", "1000");

    private LossyLink link;
    private EmbeddedBroker broker;
    private MarqueeLog log;

    @BeforeEach
    void startBroker(@TempDir Path folder) throws Exception {
        link = new LossyLink();
        broker = EmbeddedBroker.start(EmbeddedBrokerConfig.in(folder)
                .onFreePorts()
                .withOverrides(Map.of("advertised.listeners", "PLAINTEXT://127.0.0.1:" + link.port())));
        String direct = broker.bootstrapServers();
        link.leadTo(Integer.parseInt(direct.substring(direct.lastIndexOf(':') + 1)));
        log = TestLogs.withSettings(TestLogs.open("127.0.0.1:" + link.port(), "away", 1), IMPATIENT);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
        link.close();
    }

    @Test
    @Timeout(60)
    void aWriteThatWasNotConfirmedMayBeSentAgainWithTheTimeOfTheAnswer() throws Exception {
        try (IngesterProcess service = IngesterProcess.start(log, new InMemoryServiceRegistry())) {
            assertThat(service.http()
                            .put("/rating?id=other&userId=7&value=1", "")
                            .statusCode())
                    .isEqualTo(200);

            link.loseAnswers();
            HttpResponse<String> unknown = service.http().put(PUT, "");
            link.recover();

            assertThat(unknown.statusCode()).as(unknown.body()).isEqualTo(504);
            assertThat(unknown.body()).contains("did not confirm the write in time, it may hold it or not: ");
            String ratedAt = ratedAt(unknown);
            awaitTaken(service.http(), "/rating?id=603&userId=7&value=2");
            HttpResponse<String> again = awaitTaken(service.http(), PUT + "&ratedAt=" + ratedAt);

            assertThat(again.headers().firstValue("Marquee-Rated-At")).contains(ratedAt);
            List<ConsumerRecord<byte[], byte[]>> taken = new WrittenRatings(log).of(RecordKey.movie("603"));
            assertThat(taken).as("the first one was taken after all").hasSizeGreaterThanOrEqualTo(3);
            assertThat(Instant.parse(ratedAt).toEpochMilli())
                    .as("the time of the request, not of the answer")
                    .isLessThanOrEqualTo(taken.get(0).timestamp());
            NaiveRatings.Answer rating = answer(taken);
            assertThat(rating.count()).isEqualTo(1);
            assertThat(rating.sum()).as("the later rating stands").isEqualTo(200);
        }
    }

    private static HttpResponse<String> awaitTaken(HttpCaller http, String put) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> http.put(put, ""), answer -> answer.statusCode() == 200);
    }

    private static NaiveRatings.Answer answer(List<ConsumerRecord<byte[], byte[]>> taken) throws Exception {
        NaiveRatings ratings = new NaiveRatings();
        for (ConsumerRecord<byte[], byte[]> record : taken) {
            RatingEvent event = RatingEvent.parseFrom(record.value());
            ratings.add(
                    new RatedEvent(
                            RecordKey.movie("603"),
                            event.getUserId(),
                            OptionalInt.of(event.getValue()),
                            event.hasRatedAt() ? OptionalLong.of(event.getRatedAt()) : OptionalLong.empty()),
                    record.timestamp(),
                    record.offset());
        }
        return ratings.answer(RecordKey.movie("603"));
    }

    @Test
    @Timeout(60)
    void aWriteThatIsNotConfirmedSaysTheTimeOfItsRequest() throws Exception {
        try (IngesterProcess service = IngesterProcess.start(log, new InMemoryServiceRegistry())) {
            assertThat(service.http().put(PUT, "").statusCode()).isEqualTo(200);
            link.loseAnswers();

            HttpResponse<String> unknown = service.http()
                    .put(
                            "/v1/records/movie/603/ratings/7",
                            "{\"value\":4.5,\"ratedAt\":\"2001-09-09T03:46:40.1234+02:00\"}");

            assertThat(unknown.statusCode()).as(unknown.body()).isEqualTo(504);
            assertThat(ratedAt(unknown)).isEqualTo("2001-09-09T01:46:40.123Z");
            assertThatThrownBy(() -> service.grpc().putRating(request(1_000_000_000)))
                    .isInstanceOfSatisfying(
                            StatusRuntimeException.class,
                            e -> assertThat(info(e).getMetadataMap()).containsEntry("ratedAt", "2001-09-09T01:46:40Z"));
        }
    }

    @Test
    @Timeout(60)
    void whileKafkaIsAwayAWriteIsRefusedAtOnce() throws Exception {
        try (IngesterProcess service = IngesterProcess.start(log, new InMemoryServiceRegistry())) {
            assertThat(service.http().put(PUT, "").statusCode()).isEqualTo(200);

            broker.close();

            String refused = "is not reachable, nothing was written: no answer from 127.0.0.1:" + link.port();
            HttpResponse<String> answer = await().atMost(Duration.ofSeconds(40))
                    .until(() -> service.http().put(PUT, ""), put -> put.body().contains(refused));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(Instant.parse(ratedAt(answer))).isBefore(Instant.now().plusMillis(1));
            assertThatThrownBy(() -> service.grpc().putRating(request(1_000_000_000)))
                    .isInstanceOfSatisfying(StatusRuntimeException.class, e -> {
                        assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
                        assertThat(info(e).getMetadataMap()).containsEntry("ratedAt", "2001-09-09T01:46:40Z");
                    });
            HttpResponse<String> bad = service.http().put("/rating?id=603&userId=7&value=4.3", "");
            assertThat(bad.statusCode()).as("what is wrong is refused for good").isEqualTo(400);
            assertThat(service.http().get("/health/ready").body()).contains("\"kafka\":{\"status\":\"failing\"");
        }
    }

    private static String ratedAt(HttpResponse<String> failed) {
        Matcher member = RATED_AT.matcher(failed.body());
        assertThat(member.find()).as(failed.body()).isTrue();
        return member.group(1);
    }

    private static PutRatingRequest request(long ratedAtSeconds) {
        return PutRatingRequest.newBuilder()
                .setRecordId("603")
                .setUserId("7")
                .setValue(4.5)
                .setRatedAt(Timestamp.newBuilder().setSeconds(ratedAtSeconds))
                .build();
    }

    private static ErrorInfo info(StatusRuntimeException e) {
        return StatusProto.fromThrowable(e).getDetailsList().stream()
                .filter(detail -> detail.is(ErrorInfo.class))
                .map(BrokerAwayIT::errorInfo)
                .findFirst()
                .orElseThrow();
    }

    private static ErrorInfo errorInfo(Any detail) {
        try {
            return detail.unpack(ErrorInfo.class);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
