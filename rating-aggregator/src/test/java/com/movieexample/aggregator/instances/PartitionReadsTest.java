package com.movieexample.aggregator.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.AggregateServiceGrpc.AggregateServiceStub;
import com.movieexample.api.v1.Holder;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.tracing.Tracing;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Partition 0 is owned here; 1 and 2 by one, 3 by two; here are copies of 1 and 3, at two one of 2. */
class PartitionReadsTest {
    private static final HostInfo ONE = new HostInfo("127.0.0.1", 1);
    private static final HostInfo TWO = new HostInfo("127.0.0.1", 2);
    private static final Map<Integer, Holders> HOLDERS = Map.of(
            0, Holders.UNKNOWN,
            1, new Holders(Optional.of(ONE), List.of()),
            2, new Holders(Optional.of(ONE), List.of(TWO)),
            3, new Holders(Optional.of(TWO), List.of()));
    private static final Set<Integer> COPIES = Set.of(1, 3);
    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final OtherInstances others = new OtherInstances(Optional.empty(), Tracing.OFF);
    private final Questions questions = new Questions();
    private final PartitionReads reads = new PartitionReads(
            (partition, holder) -> holder == Holder.HOLDER_OWNER ? partition == 0 : COPIES.contains(partition),
            partition -> HOLDERS.getOrDefault(partition, Holders.UNKNOWN),
            others);

    /** Answers with where it was asked, unless it is told to fail there. */
    private static final class Questions implements Question<String> {
        private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
        private final Map<String, Supplier<Throwable>> failing = new TreeMap<>();

        @Override
        public CompletableFuture<String> here(Set<Integer> partitions, Holder holder) {
            return answer("here", partitions, holder);
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // the observer is told
        public void there(
                AggregateServiceStub instance, Set<Integer> partitions, Holder holder, StreamObserver<String> answer) {
            String place = ((ManagedChannel) instance.getChannel()).authority();
            answer(place, partitions, holder).whenComplete((found, failure) -> {
                if (failure == null) {
                    answer.onNext(found);
                    answer.onCompleted();
                } else {
                    answer.onError(failure);
                }
            });
        }

        private CompletableFuture<String> answer(String place, Set<Integer> partitions, Holder holder) {
            String at = place.replace("127.0.0.1:1", "one").replace("127.0.0.1:2", "two");
            String said = at + (holder == Holder.HOLDER_OWNER ? "" : "'s copy") + " of "
                    + new ConcurrentSkipListSet<>(partitions);
            asked.add(said);
            return failing.entrySet().stream()
                    .filter(failure -> said.matches(failure.getKey()))
                    .findFirst()
                    .map(failure -> CompletableFuture.<String>failedFuture(
                            failure.getValue().get()))
                    .orElseGet(() -> CompletableFuture.completedFuture(said));
        }
    }

    @AfterEach
    void close() {
        others.close();
    }

    private Found<String> ask(Integer... partitions) {
        CompletableFuture<Found<String>> found =
                reads.ask(Set.of(partitions), Duration.ofSeconds(5), Duration.ZERO, questions);
        assertThat(found).succeedsWithin(WITHIN);
        return found.join();
    }

    /** @param places a pattern */
    private void isUnavailable(String places) {
        questions.failing.put(places, () -> ServiceException.unavailable("a test", Duration.ofSeconds(1)));
    }

    @Test
    void readsItsOwnStores() {
        assertThat(ask(0)).isEqualTo(new Found<>(List.of("here of [0]"), Map.of()));
    }

    @Test
    void asksEachOwnerOnceForAllThatItHolds() {
        Found<String> found = ask(0, 1, 2, 3);

        assertThat(found.answers()).containsExactlyInAnyOrder("here of [0]", "one of [1, 2]", "two of [3]");
        assertThat(found.missing()).isEmpty();
        assertThat(questions.asked).hasSize(3);
    }

    @Test
    void turnsToCopiesWhenAnOwnerIsGone() {
        isUnavailable("one.*");

        Found<String> found = ask(0, 1, 2);

        assertThat(found.answers()).containsExactlyInAnyOrder("here of [0]", "here's copy of [1]", "two's copy of [2]");
        assertThat(found.missing()).isEmpty();
    }

    @Test
    void turnsToACopyWhenAnOwnerHangs() {
        questions.failing.put("two of.*", Status.DEADLINE_EXCEEDED::asRuntimeException);

        assertThat(ask(3).answers()).containsExactly("here's copy of [3]");
    }

    @Test
    void asksAnOwnerThatStillTakesOverForItsCopy() {
        isUnavailable("one of.*");
        isUnavailable("two's copy.*");

        assertThat(ask(2).answers()).containsExactly("one's copy of [2]");
    }

    @Test
    void onePartitionThatCantBeReadTakesNoOtherAlong() {
        isUnavailable("one of .*2.*");

        assertThat(ask(1, 2).answers()).containsExactlyInAnyOrder("one of [1]", "two's copy of [2]");
    }

    @Test
    void saysWhatNobodyCanAnswerForAfterSomeRounds() {
        isUnavailable("one.*");
        isUnavailable("two.*");

        Found<String> found = ask(0, 2);

        assertThat(found).isEqualTo(new Found<>(List.of("here of [0]"), Map.of(2, "a test")));
        assertThat(questions.asked)
                .filteredOn(asked -> asked.startsWith("one of"))
                .as("asked in each round")
                .hasSize(5);
    }

    @Test
    void saysAtOnceThatItKnowsNobody() {
        assertThat(reads.ask(Set.of(7, 8), Duration.ofSeconds(5), Duration.ofMinutes(5), questions))
                .isCompletedWithValue(new Found<>(
                        List.of(), Map.of(7, "no instance is known to hold it", 8, "no instance is known to hold it")));
        assertThat(questions.asked).isEmpty();
    }

    @Test
    void handsOnWhatSpeaksAgainstTheQuestion() {
        questions.failing.put("one.*", () -> new InvalidInputException("Marquee-Position", "x", "a position"));

        assertThat(reads.ask(Set.of(0, 1), Duration.ofSeconds(5), Duration.ZERO, questions))
                .failsWithin(WITHIN)
                .withThrowableThat()
                .withMessageContaining("Marquee-Position is \"x\", expected a position");
        assertThat(questions.asked).noneMatch(asked -> asked.contains("copy"));
    }
}
