package com.movieexample.ingester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.Position;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.api.v1.WriteRatingsRequest;
import com.movieexample.api.v1.WriteRatingsResponse;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.provisioning.MarqueeLog;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream over gRPC. */
@Timeout(60)
class RatingStreamIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static MarqueeLog log;
    private static IngesterProcess service;

    @BeforeAll
    static void start() throws Exception {
        log = TestLogs.open("rating-stream", 1);
        service = IngesterProcess.start(log, new InMemoryServiceRegistry());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static WriteRatingsRequest event(String record, int value) {
        return WriteRatingsRequest.newBuilder()
                .setEvent(RatingEvent.newBuilder()
                        .setRecordType("movie")
                        .setRecordId(record)
                        .setUserId("neo")
                        .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
                        .setValue(value))
                .build();
    }

    /** What comes back; it reads only when it is told to. */
    private static final class Answers implements ClientResponseObserver<WriteRatingsRequest, WriteRatingsResponse> {
        private final List<WriteRatingsResponse> all = new CopyOnWriteArrayList<>();
        private final CountDownLatch ended = new CountDownLatch(1);
        private ClientCallStreamObserver<WriteRatingsRequest> call;
        private volatile Throwable failure;

        @Override
        public void beforeStart(ClientCallStreamObserver<WriteRatingsRequest> started) {
            call = started;
            call.disableAutoRequestWithInitial(0);
        }

        @Override
        public void onNext(WriteRatingsResponse answer) {
            all.add(answer);
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
            ended.countDown();
        }

        @Override
        public void onCompleted() {
            ended.countDown();
        }

        private static Answers ofNewStream() {
            Answers answers = new Answers();
            service.streams().writeRatings(answers);
            return answers;
        }
    }

    @Test
    void eachEventIsAnsweredInItsTurn() throws Exception {
        Answers answers = Answers.ofNewStream();
        answers.call.request(Integer.MAX_VALUE);
        int count = 3 * RatingStream.UNDER_WAY;
        for (int i = 1; i <= count; i++) {
            answers.call.onNext(event("in-order", i % 100 == 0 ? 9_999 : 450));
        }
        answers.call.onCompleted();
        answers.ended.await();

        assertThat(answers.failure).isNull();
        assertThat(answers.all)
                .extracting(WriteRatingsResponse::getNumber)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
        assertThat(answers.all)
                .allSatisfy(answer -> assertThat(answer.hasRefused()).isEqualTo(answer.getNumber() % 100 == 0));
        assertThat(answers.all.get(99).getRefused().getField()).isEqualTo("value");
        assertThat(answers.all.get(99).getRefused().getValue()).isEqualTo("99.99");
        List<Long> offsets = answers.all.stream()
                .filter(WriteRatingsResponse::hasTaken)
                .map(answer -> Position.parse(answer.getTaken().getPosition()).offset())
                .toList();
        assertThat(offsets).isSorted().doesNotHaveDuplicates();
        assertThat(new WrittenRatings(log).of(RecordKey.movie("in-order"))).hasSize(count - count / 100);
    }

    @Test
    void whoeverDoesNotReadIsNotReadFromEither() throws Exception {
        Answers answers = Answers.ofNewStream();
        WriteRatingsRequest event = event("slow", 450);
        int sent = 0;
        // Until a second passes in which there is no room for more.
        long idleSince = System.nanoTime();
        while (System.nanoTime() - idleSince < Duration.ofSeconds(1).toNanos()) {
            if (answers.call.isReady()) {
                answers.call.onNext(event);
                sent++;
                idleSince = System.nanoTime();
            }
        }

        assertThat(answers.all).isEmpty();
        assertThat(sent).as("what fits into buffers on the way").isLessThan(200_000);
        answers.call.request(Integer.MAX_VALUE);
        answers.call.onCompleted();
        answers.ended.await();
        assertThat(answers.all).hasSize(sent);
    }

    @Test
    void whatACallerThatGoesAwayHasSentIsTakenAllTheSame() {
        Answers answers = Answers.ofNewStream();
        answers.call.request(1);
        answers.call.onNext(event("gone", 450));
        await().atMost(PATIENCE).until(() -> !answers.all.isEmpty());

        answers.call.cancel("the test goes away", null);

        assertThat(new WrittenRatings(log).of(RecordKey.movie("gone"))).hasSize(1);
    }
}
