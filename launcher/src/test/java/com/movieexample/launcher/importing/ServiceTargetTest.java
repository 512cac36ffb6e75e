package com.movieexample.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.HostAndPort;
import com.movieexample.api.Position;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import io.grpc.Status;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceTargetTest {
    private static final RetryPolicy QUICK = new RetryPolicy(
            Duration.ofSeconds(10), Duration.ofMillis(500), Duration.ofMillis(1), Duration.ofMillis(20));
    private static final Metadata MOVIE =
            Metadata.newBuilder().setId("5").setTitle("Low Tide").build();
    private static final RatingEvent RATING = MovieLensRatings.read(List.of("7", "5", "4.5", "964982703"));

    private FakeServices services;
    private ServiceTarget target;

    @BeforeEach
    void start() {
        services = new FakeServices();
        target = new ServiceTarget(services.address(), services.address(), QUICK);
    }

    @AfterEach
    void stop() {
        target.close();
        services.close();
    }

    @Test
    void metadataIsPutAsItIs() {
        assertThat(target.put(MOVIE).join()).isEqualTo(new Position("movie-metadata", 0, 17));
        assertThat(services.movies)
                .singleElement()
                .satisfies(request -> assertThat(request.getMetadata()).isEqualTo(MOVIE));
    }

    @Test
    void aRatingIsPutWithItsTime() {
        assertThat(target.put(RATING).join()).isEqualTo(new Position("ratings", 3, 1042));
        assertThat(services.ratings).singleElement().satisfies(request -> {
            assertThat(request.getRecordType()).isEqualTo("movie");
            assertThat(request.getRecordId()).isEqualTo("5");
            assertThat(request.getUserId()).isEqualTo("7");
            assertThat(request.getValue()).isEqualTo(4.5);
            assertThat(request.getRatedAt().getSeconds()).isEqualTo(964_982_703);
            assertThat(request.getProviderId()).isEqualTo("movielens");
        });
    }

    @Test
    void aRatingWithoutATimeIsPutWithoutOne() {
        target.put(RATING.toBuilder().clearRatedAt().build()).join();

        assertThat(services.ratings)
                .singleElement()
                .satisfies(request -> assertThat(request.hasRatedAt()).isFalse());
    }

    @Test
    void aDeleteTakesTheRatingAway() {
        RatingEvent delete = RATING.toBuilder()
                .setType(RatingEventType.RATING_EVENT_TYPE_DELETE)
                .clearValue()
                .build();

        assertThat(target.put(delete).join()).isEqualTo(new Position("ratings", 3, 1043));
        assertThat(services.ratings).isEmpty();
        assertThat(services.deletes).singleElement().satisfies(request -> {
            assertThat(request.getRecordType()).isEqualTo("movie");
            assertThat(request.getRecordId()).isEqualTo("5");
            assertThat(request.getUserId()).isEqualTo("7");
            assertThat(request.getRatedAt().getSeconds()).isEqualTo(964_982_703);
            assertThat(request.getProviderId()).isEqualTo("movielens");
        });
    }

    @Test
    void invalidInputIsARefusalInTheWordsOfTheService() {
        services.failures.add(Status.INVALID_ARGUMENT.withDescription("value is \"9\", expected 0.5 to 5"));

        assertThat(failureOf(target.put(RATING)))
                .isInstanceOf(LineRejectedException.class)
                .hasMessage("value is \"9\", expected 0.5 to 5");
    }

    @Test
    void aServiceThatIsAwayForAWhileIsTriedAgain() {
        services.failures.addAll(List.of(Status.UNAVAILABLE, Status.DEADLINE_EXCEEDED, Status.UNAVAILABLE));

        assertThat(target.put(RATING).join()).isEqualTo(new Position("ratings", 3, 1042));
        assertThat(services.failures).isEmpty();
        assertThat(services.ratings).hasSize(1);
    }

    @Test
    void aServiceThatStaysAwayEndsTheImportAndIsNamed() {
        services.failures.addAll(Collections.nCopies(10_000, Status.UNAVAILABLE.withDescription("no broker")));

        assertThat(failureOf(target.put(RATING)))
                .isInstanceOf(ImportFailedException.class)
                .hasMessageStartingWith("rating-ingester at " + services.address() + " has not been available for ")
                .hasMessageEndingWith("(no broker); start it with ./marquee up");
    }

    @Test
    void anyOtherFailureEndsTheImportAtOnce() {
        services.failures.add(Status.INTERNAL.withDescription("an error of the service"));

        assertThat(failureOf(target.put(MOVIE)))
                .isInstanceOf(ImportFailedException.class)
                .hasMessage("metadata-service at " + services.address() + " failed: an error of the service");
    }

    @Test
    void aServiceThatIsNotThereIsNamedAtTheStart() throws IOException {
        HostAndPort nobody = freeAddress();

        assertThatThrownBy(() -> new ServiceTarget(services.address(), nobody))
                .isInstanceOf(ImportFailedException.class)
                .hasMessage("rating-ingester at " + nobody + " is not reachable; start it with ./marquee up");
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        RetryPolicy policy = RetryPolicy.DEFAULT;

        assertThat(policy.pauseAfter(1)).isEqualTo(Duration.ofMillis(100));
        assertThat(policy.pauseAfter(2)).isEqualTo(Duration.ofMillis(200));
        assertThat(policy.pauseAfter(6)).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.pauseAfter(1_000)).isEqualTo(Duration.ofSeconds(2));
    }

    static HostAndPort freeAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return HostAndPort.fromParts("127.0.0.1", socket.getLocalPort());
        }
    }

    /** Of the stage that thenApply makes, {@code handle} would see the wrapped failure. */
    private static Throwable failureOf(CompletableFuture<Position> put) {
        return put.handle((position, thrown) -> thrown.getCause()).join();
    }
}
