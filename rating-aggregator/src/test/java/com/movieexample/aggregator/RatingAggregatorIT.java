package com.movieexample.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.api.Position;
import com.movieexample.api.v1.GetAggregatesResponse;
import com.movieexample.api.v1.GetUserRatingRequest;
import com.movieexample.api.v1.GetUserRatingResponse;
import com.movieexample.api.v1.Holder;
import com.movieexample.api.v1.ListUserRatingsRequest;
import com.movieexample.api.v1.ListUserRatingsResponse;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RecordAggregate;
import com.movieexample.api.v1.UserRating;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances, each of which holds two of the four partitions. */
class RatingAggregatorIT {
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Some of every partition. */
    private static final List<RecordKey> RATED = IntStream.range(0, 24)
            .mapToObj(i -> RecordKey.movie("Rated/" + i + " ä"))
            .toList();

    private static final RecordKey EMPTIED = RecordKey.movie("emptied");
    private static final RecordKey UNRATED = RecordKey.movie("unrated");

    private static MarqueeLog log;
    private static TopicWriter<RatingEvent> ratings;
    private static AggregatorProcess one;
    private static AggregatorProcess other;

    @BeforeAll
    static void start(@TempDir Path oneFolder, @TempDir Path otherFolder) throws Exception {
        log = TestLogs.open("aggregator", PARTITIONS);
        ratings = new TopicWriter<>(log.clients(), "test-ratings", log.topics().ratings());
        RATED.forEach(record -> append(record, "neo", OptionalInt.of(450)));
        append(EMPTIED, "neo", OptionalInt.of(450));
        append(EMPTIED, "neo", OptionalInt.empty());
        one = AggregatorProcess.start(log, StoreKind.STANDARD, oneFolder);
        other = AggregatorProcess.start(log, StoreKind.BATCHED, otherFolder);
        await().atMost(PATIENCE).until(() -> holdsTwoPartitions(one) && holdsTwoPartitions(other));
        await().atMost(PATIENCE)
                .until(() -> RATED.stream().allMatch(record -> answer(record).hasAggregate()));
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        ratings.close();
    }

    private static Position append(RecordKey record, String user, OptionalInt value) {
        RatedEvent event = new RatedEvent(record, user, value, OptionalLong.empty());
        return ratings.append(record.toString(), event.toMessage()).join().position();
    }

    private static AggregatorProcess holderOf(RecordKey record) {
        return one.find(record.toString()).isPresent() ? one : other;
    }

    private static boolean holdsTwoPartitions(AggregatorProcess instance) {
        return RATED.stream()
                        .filter(record -> instance.find(record.toString()).isPresent())
                        .mapToInt(record -> Partitioning.partitionOf(record.bytes(), PARTITIONS))
                        .distinct()
                        .count()
                == 2;
    }

    /** By the one instance that has an answer. */
    private static RecordAggregate answer(RecordKey record) {
        Optional<RecordAggregate> first = one.find(record.toString());
        Optional<RecordAggregate> second = other.find(record.toString());
        assertThat(first.isPresent())
                .as("answers for %s: %s and %s", record, first, second)
                .isNotEqualTo(second.isPresent());
        return first.or(() -> second).orElseThrow();
    }

    @Test
    void documentsEachOfItsRoutes() throws Exception {
        assertThat(one.http().api().orElseThrow().routes()).containsExactlyInAnyOrderElementsOf(one.routes());
    }

    @Test
    void theOwnerOfARecordAnswersAndTheOtherIsNone() {
        // Other tests rate the first ones again.
        for (RecordKey record : RATED.subList(5, RATED.size())) {
            RecordAggregate answer = answer(record);

            assertThat(answer.getRecordKey()).isEqualTo(record.toString());
            assertThat(answer.getAggregate().getCount()).isEqualTo(1);
            assertThat(answer.getAggregate().getSum()).isEqualTo(450);
            assertThat(answer.getReach().getPartition())
                    .isEqualTo(Partitioning.partitionOf(record.bytes(), PARTITIONS));
            assertThat(answer.getReach().getNextOffset())
                    .isGreaterThan(answer.getAggregate().getLastChangeOffset());
        }
    }

    @Test
    void aRecordOfWhichNothingWasFoldedHasNoAggregate() {
        RecordAggregate answer = answer(UNRATED);

        assertThat(answer.hasAggregate()).isFalse();
        assertThat(answer.getReach().getNextOffset()).isPositive();
    }

    @Test
    void aRecordWhoseRatingsWereDeletedKeepsAnEmptyAggregate() {
        RecordAggregate answer = answer(EMPTIED);

        assertThat(answer.hasAggregate()).isTrue();
        assertThat(answer.getAggregate().getCount()).isZero();
        assertThat(answer.getAggregate().getLatestEventTime()).isPositive();
    }

    @Test
    void severalRecordsAreAnsweredInTheirOrder() {
        List<String> held = RATED.stream()
                .map(RecordKey::toString)
                .filter(key -> one.find(key).isPresent())
                .sorted(Collections.reverseOrder())
                .toList();

        assertThat(one.get(held)).extracting(RecordAggregate::getRecordKey).isEqualTo(held);
    }

    @Test
    void oneUsersRatingIsReadOnceItsPositionIsPassed() {
        RecordKey record = RATED.get(0);
        GetUserRatingRequest request = GetUserRatingRequest.newBuilder()
                .setRecordKey(record.toString())
                .setUserId("trinity/%")
                .build();

        for (int value = 50; value <= 500; value += 50) {
            Position put = append(record, "trinity/%", OptionalInt.of(value));
            GetUserRatingResponse answer = holderOf(record).grpc(put.toString()).getUserRating(request);
            assertThat(answer.getRating().getValue()).isEqualTo(value);
            assertThat(answer.getRating().getRatedAt()).isPositive();
            assertThat(answer.getReach().getNextOffset()).isGreaterThan(put.offset());
        }
        Position deleted = append(record, "trinity/%", OptionalInt.empty());
        GetUserRatingResponse none = holderOf(record).grpc(deleted.toString()).getUserRating(request);
        assertThat(none.hasRating()).isFalse();
    }

    @Test
    void theRatingsOfARecordAreReadInPages() {
        RecordKey record = RATED.get(1);
        Position last = append(record, "😀", OptionalInt.of(300));

        ListUserRatingsRequest.Builder request = ListUserRatingsRequest.newBuilder()
                .setRecordKey(record.toString())
                .setPageSize(1);
        ListUserRatingsResponse first = holderOf(record).grpc(last.toString()).listUserRatings(request.build());
        ListUserRatingsResponse second = holderOf(record)
                .grpc()
                .listUserRatings(
                        request.setAfterUserId(first.getNextAfterUserId()).build());

        assertThat(first.getRatingsList()).extracting(UserRating::getUserId).containsExactly("neo");
        assertThat(second.getRatingsList()).extracting(UserRating::getUserId).containsExactly("😀");
        assertThat(second.getNextAfterUserId()).isEmpty();
        assertThat(second.getReach().getNextOffset()).isGreaterThan(last.offset());
    }

    @Test
    void saysWhereTheLogEnds() {
        RecordKey record = RATED.get(2);
        Position last = append(record, "neo", OptionalInt.of(50));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(answer(record).getReach().getLogEnd()).isGreaterThan(last.offset()));
    }

    @Test
    void refusesAPositionBeyondTheEndOfTheLog() {
        RecordKey record = RATED.get(3);
        String future = "%s/%d:999999"
                .formatted(log.topics().ratings().name(), Partitioning.partitionOf(record.bytes(), PARTITIONS));

        assertThatThrownBy(() -> holderOf(record).grpc(future).getUserRating(request(record, "neo")))
                .hasMessageStartingWith("INVALID_ARGUMENT: Marquee-Position is \"" + future + "\", expected ");
    }

    private static GetUserRatingRequest request(RecordKey record, String user) {
        return GetUserRatingRequest.newBuilder()
                .setRecordKey(record.toString())
                .setUserId(user)
                .build();
    }

    private static AggregatorProcess strangerTo(RecordKey record) {
        return holderOf(record) == one ? other : one;
    }

    @Test
    void eachInstanceAnswersForAllRecords() {
        // Other tests rate the first ones again.
        List<String> all = RATED.subList(5, RATED.size()).stream()
                .map(RecordKey::toString)
                .sorted(Collections.reverseOrder())
                .toList();

        for (AggregatorProcess instance : List.of(one, other)) {
            GetAggregatesResponse answer = instance.get(all, Holder.HOLDER_UNSPECIFIED);

            assertThat(answer.getUnavailableRecordKeysList()).isEmpty();
            assertThat(answer.getAggregatesList())
                    .extracting(RecordAggregate::getRecordKey)
                    .isEqualTo(all);
            assertThat(answer.getAggregatesList()).allSatisfy(found -> {
                assertThat(found.getAggregate().getSum()).isEqualTo(450);
                assertThat(found.getReach().getStandby()).isFalse();
            });
        }
    }

    @Test
    void anInstanceAnswersWithAnothersStoresOnceThePositionIsPassed() {
        RecordKey record = RATED.get(4);
        ListUserRatingsRequest page = ListUserRatingsRequest.newBuilder()
                .setRecordKey(record.toString())
                .setPageSize(10)
                .build();

        for (int value = 50; value <= 500; value += 50) {
            Position put = append(record, "niobe", OptionalInt.of(value));
            GetUserRatingResponse answer =
                    strangerTo(record).grpc(put.toString()).getUserRating(request(record, "niobe"));
            assertThat(answer.getRating().getValue()).isEqualTo(value);
            assertThat(answer.getReach().getNextOffset()).isGreaterThan(put.offset());
        }
        assertThat(strangerTo(record).grpc().listUserRatings(page).getRatingsList())
                .extracting(UserRating::getUserId)
                .containsExactly("neo", "niobe");
    }

    @Test
    void anInstanceHandsOnThatAPositionIsBeyondTheEndOfAnothersLog() {
        RecordKey record = RATED.get(3);
        String future = "%s/%d:999999"
                .formatted(log.topics().ratings().name(), Partitioning.partitionOf(record.bytes(), PARTITIONS));

        assertThatThrownBy(() -> strangerTo(record).grpc(future).getUserRating(request(record, "neo")))
                .hasMessageStartingWith("INVALID_ARGUMENT: Marquee-Position is \"" + future + "\", expected ");
    }

    @Test
    void theCopyOfARecordAnswersAndSaysThatItIsOne() {
        RecordKey record = RATED.get(6);

        RecordAggregate copy = await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> strangerTo(record)
                                .get(List.of(record.toString()), Holder.HOLDER_STANDBY)
                                .getAggregates(0),
                        found -> found.getAggregate().getSum() == 450);

        assertThat(copy.getReach().getStandby()).isTrue();
        assertThat(copy.getReach().getNextOffset()).isPositive();
    }

    @Test
    void ratingsThatAnInstanceDoesNotOwnAreUnavailableAndNotMissing() {
        RecordKey record = RATED.get(4);
        AggregatorProcess stranger = strangerTo(record);
        ListUserRatingsRequest page = ListUserRatingsRequest.newBuilder()
                .setRecordKey(record.toString())
                .setPageSize(1)
                .setHolder(Holder.HOLDER_OWNER)
                .build();

        assertThatThrownBy(() -> stranger.grpc()
                        .getUserRating(request(record, "neo").toBuilder()
                                .setHolder(Holder.HOLDER_OWNER)
                                .build()))
                .hasMessageStartingWith("UNAVAILABLE: partition ");
        assertThatThrownBy(() -> stranger.grpc().listUserRatings(page))
                .hasMessageStartingWith("UNAVAILABLE: partition ");
    }

    @Test
    void refusesUsersAndPagesThatAreNone() {
        ListUserRatingsRequest.Builder page =
                ListUserRatingsRequest.newBuilder().setRecordKey("movie/603").setPageSize(1);

        assertThatThrownBy(() -> one.grpc().getUserRating(request(RATED.get(0), "")))
                .hasMessageStartingWith("INVALID_ARGUMENT: userId is empty, expected ");
        assertThatThrownBy(() -> one.grpc().listUserRatings(page.setPageSize(0).build()))
                .hasMessage("INVALID_ARGUMENT: pageSize is \"0\", expected 1 to 1000");
        assertThatThrownBy(
                        () -> one.grpc().listUserRatings(page.setPageSize(1_001).build()))
                .hasMessage("INVALID_ARGUMENT: pageSize is \"1001\", expected 1 to 1000");
        assertThatThrownBy(() -> one.grpc()
                        .listUserRatings(
                                page.setPageSize(1).setAfterUserId("a\nb").build()))
                .hasMessageStartingWith("INVALID_ARGUMENT: afterUserId is ");
        assertThatThrownBy(() ->
                        one.grpc().listUserRatings(page.setRecordKey("603").build()))
                .hasMessageStartingWith("INVALID_ARGUMENT: record key is \"603\"");
    }

    @Test
    void isUnavailableForAllIfItIsForOne() {
        List<String> all = RATED.stream().map(RecordKey::toString).toList();

        assertThatThrownBy(() -> one.get(all)).hasMessageStartingWith("UNAVAILABLE: partition ");
    }

    @Test
    void refusesTooFewOrTooManyKeysAndThoseThatAreNone() {
        assertThatThrownBy(() -> one.get(List.of()))
                .hasMessage("INVALID_ARGUMENT: recordKeys is \"0\", expected 1 to 100 keys");
        assertThatThrownBy(() -> one.get(Collections.nCopies(101, "movie/603")))
                .hasMessage("INVALID_ARGUMENT: recordKeys is \"101\", expected 1 to 100 keys");
        assertThatThrownBy(() -> one.get(List.of("movie/6/03")))
                .hasMessageStartingWith("INVALID_ARGUMENT: record key is \"movie/6/03\"");
    }
}
