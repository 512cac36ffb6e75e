package com.movieexample.launcher.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.common.collect.Lists;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.BatchGetAggregatedRatingsRequest;
import com.movieexample.api.v1.BatchGetMovieDetailsRequest;
import com.movieexample.api.v1.GetAggregatesRequest;
import com.movieexample.api.v1.GetAggregatesResponse;
import com.movieexample.api.v1.MovieServiceGrpc;
import com.movieexample.api.v1.RatingServiceGrpc;
import com.movieexample.api.v1.RecordAggregate;
import com.movieexample.api.v1.RecordName;
import com.movieexample.launcher.instances.ManyRatings.Sum;
import com.movieexample.launcher.process.ChildMarquee;
import com.movieexample.runtime.discovery.consul.ConsulAddress;
import com.movieexample.runtime.discovery.consul.ConsulServiceRegistry;
import com.movieexample.testkit.TestBroker;
import com.movieexample.testkit.TestTopics;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.LogOpening;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several instances of everything: whichever is asked, it answers for all, also while another one is gone. */
class SeveralInstancesIT {
    private static final int RATINGS = 100_000;
    private static final int PARTITIONS = 6;
    private static final int AT_ONCE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** {@code -Dtest.jvm.options=-Dmarquee.registry.seconds=30} takes it away for longer. */
    private static final Duration REGISTRY_AWAY = Duration.ofSeconds(Long.getLong("marquee.registry.seconds", 6));

    private static final Logger log = LoggerFactory.getLogger(SeveralInstancesIT.class);

    @TempDir
    private Path folder;

    @Test
    void eachInstanceAnswersForAllRecordsAlsoWhileAnotherIsGone() throws Exception {
        String prefix = TestTopics.uniqueName("several") + ".";
        try (Instances instances = new Instances(folder, prefix)) {
            ChildMarquee killed = instances.start("aggregator").awaitReady();
            List<ChildMarquee> aggregators = List.of(instances.start("aggregator"), instances.start("aggregator"));
            aggregators.forEach(ChildMarquee::awaitReady);
            ChildMarquee metadata = instances.start("metadata");
            List<ChildMarquee> ingesters = List.of(instances.start("ingester"), instances.start("ingester"));
            metadata.awaitReady();
            ingesters.forEach(ChildMarquee::awaitReady);
            List<ChildMarquee> queries = List.of(instances.start("query"), instances.start("query"));
            queries.forEach(ChildMarquee::awaitReady);

            ManyRatings ratings = ManyRatings.append(openLog(prefix), RATINGS);
            describe(instances, metadata, ratings);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(aggregates(instances, killed, ratings)).isEqualTo(ratings.expected()));
            for (ChildMarquee aggregator : aggregators) {
                assertThat(aggregates(instances, aggregator, ratings)).isEqualTo(ratings.expected());
            }
            for (ChildMarquee query : queries) {
                await().atMost(PATIENCE)
                        .untilAsserted(() ->
                                assertThat(movies(instances, query, ratings)).isEqualTo(ratings.expected()));
            }
            await().atMost(PATIENCE).until(() -> copiesAreComplete(instances, aggregators, ratings));

            killed.kill();
            // Whoever answers until the partitions have new owners, and after, answers right.
            await().atMost(PATIENCE)
                    .ignoreExceptionsMatching(SeveralInstancesIT::isUnavailable)
                    .until(() -> {
                        boolean byOwners = true;
                        for (ChildMarquee aggregator : aggregators) {
                            GetAggregatesResponse answer = ask(instances, aggregator, ratings);
                            // For a moment nobody may have a partition; its records are then said to be unavailable.
                            assertThat(ratings.expected()).containsAllEntriesOf(sums(answer));
                            byOwners &= answer.getAggregatesCount()
                                            == ratings.expected().size()
                                    && answer.getAggregatesList().stream()
                                            .noneMatch(found -> found.getReach().getStandby());
                        }
                        return byOwners;
                    });
            readsItsWrites(instances, ingesters, ratings);
            for (ChildMarquee ingester : ingesters) {
                assertThat(aggregated(instances, ingester, ratings)).isEqualTo(ratings.expected());
            }
            instances.stopConsul();
            long until = System.nanoTime() + REGISTRY_AWAY.toNanos();
            do {
                for (ChildMarquee ingester : ingesters) {
                    assertThat(aggregated(instances, ingester, ratings)).isEqualTo(ratings.expected());
                }
                for (ChildMarquee query : queries) {
                    await().atMost(PATIENCE)
                            .untilAsserted(() -> assertThat(movies(instances, query, ratings))
                                    .isEqualTo(ratings.expected()));
                }
            } while (System.nanoTime() < until);
            instances.bringConsulBackEmpty();
            awaitAllRegistered(instances, Map.of("rating-aggregator", 2, "metadata", 1, "rating", 2, "movie", 2));
        }
    }

    private static boolean isUnavailable(Throwable failure) {
        return failure instanceof StatusRuntimeException e && e.getStatus().getCode() == Status.Code.UNAVAILABLE;
    }

    private static MarqueeLog openLog(String prefix) {
        KafkaClients clients = new KafkaClients(TestBroker.bootstrapServers(), Map.of());
        return new LogOpening(clients, new Topics(prefix, PARTITIONS, 1), EventRules.DEFAULT, Optional.empty()).open();
    }

    private static void describe(Instances instances, ChildMarquee metadata, ManyRatings ratings) throws Exception {
        String lines = ratings.expected().keySet().stream()
                .map(id -> "{\"id\":\"" + id + "\",\"title\":\"Of " + id + "\"}\n")
                .collect(Collectors.joining());
        HttpResponse<String> answer = instances.send(
                metadata,
                "metadata",
                "/v1/metadata",
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(lines)));
        assertThat(answer.body()).contains("\"taken\":" + ratings.expected().size());
    }

    private static GetAggregatesResponse ask(Instances instances, ChildMarquee aggregator, ManyRatings ratings) {
        GetAggregatesResponse.Builder all = GetAggregatesResponse.newBuilder();
        for (List<String> ids : Lists.partition(List.copyOf(ratings.expected().keySet()), AT_ONCE)) {
            all.mergeFrom(AggregateServiceGrpc.newBlockingStub(instances.channel(aggregator, "rating-aggregator"))
                    .withDeadlineAfter(30, TimeUnit.SECONDS)
                    .getAggregates(GetAggregatesRequest.newBuilder()
                            .addAllRecordKeys(ids.stream()
                                    .map(id -> RecordKey.movie(id).toString())
                                    .toList())
                            .build()));
        }
        return all.build();
    }

    private static Map<String, Sum> aggregates(Instances instances, ChildMarquee aggregator, ManyRatings ratings) {
        return sums(ask(instances, aggregator, ratings));
    }

    private static Map<String, Sum> sums(GetAggregatesResponse answer) {
        Map<String, Sum> sums = new HashMap<>();
        for (RecordAggregate found : answer.getAggregatesList()) {
            sums.put(
                    RecordKey.parse(found.getRecordKey()).id(),
                    new Sum(
                            found.getAggregate().getCount(),
                            found.getAggregate().getSum()));
        }
        return sums;
    }

    private static Map<String, Sum> movies(Instances instances, ChildMarquee query, ManyRatings ratings) {
        return ofAll(
                ratings,
                ids -> MovieServiceGrpc.newBlockingStub(instances.channel(query, "movie"))
                        .withDeadlineAfter(30, TimeUnit.SECONDS)
                        .batchGetMovieDetails(BatchGetMovieDetailsRequest.newBuilder()
                                .addAllMovieIds(ids)
                                .build())
                        .getFoundList()
                        .stream()
                        .collect(Collectors.toMap(
                                movie -> movie.getMetadata().getId(),
                                movie -> new Sum(
                                        movie.getRating().getCount(),
                                        movie.getRating().getSumHundredths()))));
    }

    private static Map<String, Sum> aggregated(Instances instances, ChildMarquee ingester, ManyRatings ratings) {
        return ofAll(
                ratings,
                ids -> RatingServiceGrpc.newBlockingStub(instances.channel(ingester, "rating"))
                        .withDeadlineAfter(30, TimeUnit.SECONDS)
                        .batchGetAggregatedRatings(BatchGetAggregatedRatingsRequest.newBuilder()
                                .addAllRecords(ids.stream()
                                        .map(id -> RecordName.newBuilder()
                                                .setRecordId(id)
                                                .build())
                                        .toList())
                                .build())
                        .getRatingsList()
                        .stream()
                        .collect(Collectors.toMap(
                                one -> one.getRecord().getRecordId(),
                                one -> new Sum(
                                        one.getRating().getCount(),
                                        one.getRating().getSumHundredths()))));
    }

    /** @param some answers for some ids */
    private static Map<String, Sum> ofAll(ManyRatings ratings, Function<List<String>, Map<String, Sum>> some) {
        Map<String, Sum> all = new HashMap<>();
        Lists.partition(List.copyOf(ratings.expected().keySet()), AT_ONCE).forEach(ids -> all.putAll(some.apply(ids)));
        return all;
    }

    /** Of each partition somebody who stays has the whole of it, as owner or as standby. */
    private static boolean copiesAreComplete(Instances instances, List<ChildMarquee> aggregators, ManyRatings ratings) {
        return ratings.expected().keySet().stream()
                .map(id -> RecordKey.movie(id).toString())
                .allMatch(key -> aggregators.stream()
                        .anyMatch(aggregator -> OwnAnswer.isComplete(
                                instances.channel(aggregator, "rating-aggregator"), key, ratings.expected())));
    }

    /** What goes in here is seen there, by whoever carries the position. */
    private static void readsItsWrites(Instances instances, List<ChildMarquee> ingesters, ManyRatings ratings)
            throws Exception {
        List<String> ids = List.copyOf(ratings.expected().keySet()).subList(0, 20);
        for (int i = 0; i < ids.size(); i++) {
            ChildMarquee writer = ingesters.get(i % 2);
            ChildMarquee reader = ingesters.get((i + 1) % 2);
            String path = "/v1/records/movie/" + encoded(ids.get(i));
            HttpResponse<String> written = instances.send(
                    writer,
                    "rating",
                    path + "/ratings/somebody%20else",
                    HttpRequest.newBuilder().PUT(BodyPublishers.ofString("{\"value\": 4.5}")));
            assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
            ratings.add(ids.get(i), 450);

            HttpResponse<String> read = instances.send(
                    reader,
                    "rating",
                    path + "/rating",
                    HttpRequest.newBuilder()
                            .header(
                                    Positions.HEADER,
                                    written.headers()
                                            .firstValue(Positions.HEADER)
                                            .orElseThrow()));
            assertThat(read.body())
                    .startsWith(
                            "{\"count\":" + ratings.expected().get(ids.get(i)).count() + ",");
        }
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void awaitAllRegistered(Instances instances, Map<String, Integer> counts) {
        long began = System.nanoTime();
        try (ConsulServiceRegistry registry =
                new ConsulServiceRegistry(ConsulAddress.of("test", instances.consul(), Map.of()))) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> counts.forEach((service, count) ->
                            assertThat(registry.instances(service)).hasSize(count)));
        }
        log.info("all are registered again after {} ms", (System.nanoTime() - began) / 1_000_000);
    }
}
