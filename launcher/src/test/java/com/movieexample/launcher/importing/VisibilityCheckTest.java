package com.movieexample.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.Positions;
import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisibilityCheckTest {
    private static final Positions POSITIONS = Positions.parse("ratings/0:5,ratings/1:7");

    private FakeServices services;
    private ServiceConnection movieQuery;

    @BeforeEach
    void start() {
        services = new FakeServices();
        movieQuery = new ServiceConnection("movie-query", services.address());
    }

    @AfterEach
    void stop() {
        movieQuery.close();
        services.close();
    }

    @Test
    void anAnswerToThePositionsMeansVisible() {
        assertThat(new VisibilityCheck(movieQuery).await(POSITIONS)).isEqualTo("All of it is visible in movie-query.");
        assertThat(services.positionsAskedFor).containsExactly("ratings/0:5,ratings/1:7");
    }

    @Test
    void aQueryThatIsBehindIsAskedAgain() {
        services.failures.addAll(List.of(Status.DEADLINE_EXCEEDED, Status.DEADLINE_EXCEEDED));

        assertThat(new VisibilityCheck(movieQuery).await(POSITIONS)).startsWith("All of it is visible");
        assertThat(services.positionsAskedFor).hasSize(3);
    }

    @Test
    void aQueryThatStaysBehindIsNotWaitedForForEver() {
        services.failures.addAll(Collections.nCopies(100_000, Status.DEADLINE_EXCEEDED));

        assertThat(new VisibilityCheck(movieQuery, Duration.ofMillis(200)).await(POSITIONS))
                .isEqualTo("It is in the log, but not yet visible in movie-query.");
    }

    @Test
    void aQueryThatCannotSayIsQuoted() {
        services.failures.add(Status.UNAVAILABLE.withDescription("restoring"));

        assertThat(new VisibilityCheck(movieQuery).await(POSITIONS))
                .isEqualTo(
                        "Not checked whether it is visible: movie-query at " + services.address() + " says restoring");
    }

    @Test
    void aQueryThatIsNotThereIsNoFailure() throws IOException {
        try (ServiceConnection nobody = new ServiceConnection("movie-query", ServiceTargetTest.freeAddress())) {
            assertThat(new VisibilityCheck(nobody).await(POSITIONS))
                    .isEqualTo("Not checked whether it is visible: " + nobody + " is not reachable.");
        }
    }
}
