package com.movieexample.ingester.router;

import com.movieexample.runtime.metrics.Metrics;
import com.movieexample.testkit.NaiveRatings;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.testkit.RawTopic;
import com.movieexample.topics.EventHeaders;
import com.movieexample.topics.deadletters.DeadLetter;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventReader;
import com.movieexample.topics.rules.Judgement;
import com.movieexample.topics.rules.RatingVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** A log, a router that follows it, and what both made of it. */
final class RouterRun implements AutoCloseable {
    final MarqueeLog log;
    final EventRouter router;
    private final Metrics metrics = new Metrics("rating");

    RouterRun(MarqueeLog log) {
        this.log = log;
        this.router = new EventRouter(log, log::rules, metrics);
    }

    static RouterRun started(MarqueeLog log) {
        RouterRun run = new RouterRun(log);
        run.router.start();
        return run;
    }

    /** As a foreign client writes to it. */
    static RawTopic ratings(MarqueeLog log) {
        return new RawTopic(log.clients(), log.topics().ratings().name());
    }

    double count(String outcome) {
        return metrics.registry()
                .get("marquee.router.events")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    /** Whether it has committed all that is in the log by now, its own copies among it. */
    boolean isThrough() {
        return router.describe().getWatermarksMap().equals(ends(log));
    }

    static Map<Integer, Long> ends(MarqueeLog log) {
        try (Consumer<byte[], byte[]> consumer = log.clients().readCommitted("router-test")) {
            List<TopicPartition> partitions =
                    partitions(log.topics().ratings().name(), log.topics().ratingsPartitions());
            consumer.assign(partitions);
            return consumer.endOffsets(partitions).entrySet().stream()
                    .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
        }
    }

    private static List<TopicPartition> partitions(String topic, int count) {
        return IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    static List<ConsumerRecord<byte[], byte[]>> events(MarqueeLog log) {
        return all(log, partitions(log.topics().ratings().name(), log.topics().ratingsPartitions()));
    }

    static List<ConsumerRecord<byte[], byte[]>> copies(MarqueeLog log) {
        return events(log).stream()
                .filter(event -> event.headers().lastHeader(EventHeaders.ORIGIN) != null)
                .toList();
    }

    /** Every one that was sent, and so one twice that was sent twice. */
    static List<DeadLetter> deadLetters(MarqueeLog log) {
        return all(log, partitions(log.topics().deadLetters().name(), 1)).stream()
                .map(record -> DeadLetter.read(record).orElseThrow())
                .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> all(MarqueeLog log, List<TopicPartition> partitions) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = log.clients().readCommitted("router-test")) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    /** What a view says of the log. */
    static Map<String, NaiveRatings.Answer> view(MarqueeLog log) {
        EventReader reader = new EventReader(log.rules(), log.topics().ratingsPartitions());
        NaiveRatings ratings = new NaiveRatings();
        for (ConsumerRecord<byte[], byte[]> event : events(log)) {
            Judgement judgement =
                    reader.read(event.partition(), event.key(), event.value(), event.timestamp(), event.headers());
            if (judgement instanceof Judgement.Good good) {
                ratings.add(rated(good), event.timestamp(), event.offset());
            }
        }
        Map<String, NaiveRatings.Answer> view = new HashMap<>();
        ratings.records().forEach(record -> view.put(record.toString(), ratings.answer(record)));
        return view;
    }

    private static RatedEvent rated(Judgement.Good good) {
        RatingVersion version = good.version();
        return new RatedEvent(
                good.key(),
                good.event().getUserId(),
                version.live() ? OptionalInt.of(version.value()) : OptionalInt.empty(),
                version.explicit() ? OptionalLong.of(version.time()) : OptionalLong.empty());
    }

    /** As if a router had been killed before it committed anything. */
    static void forgetCommits(MarqueeLog log) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> zero = new HashMap<>();
        partitions(log.topics().ratings().name(), log.topics().ratingsPartitions())
                .forEach(partition -> zero.put(partition, new OffsetAndMetadata(0)));
        try (Admin admin = log.clients().admin("router-test")) {
            admin.alterConsumerGroupOffsets(log.topics().routerGroup(), zero)
                    .all()
                    .get();
        }
    }

    static void configure(MarqueeLog log, String topic, String name, String value) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        try (Admin admin = log.clients().admin("router-test")) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
        }
    }

    @Override
    public void close() {
        router.close();
        metrics.close();
    }
}
