package com.movieexample.launcher.rebuild;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.testkit.RatedEvent;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Seeded puts and deletes of ratings, straight into the log. */
public final class LoggedRatings {
    static final int MOVIES = 200;
    private static final int USERS = 400;
    private static final long TIME = 1_700_000_000_000L;

    private LoggedRatings() {}

    /** Transactions of one rating each, so that the log ends with a marker wherever they are. */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails if the record did
    static void appendInTransactions(String bootstrapServers, Topics topics, int events) {
        TopicDefinition<String, RatingEvent> ratings = topics.ratings();
        Map<String, Object> settings =
                new KafkaClients(bootstrapServers, Map.of()).settings("transactional-rater", Map.of());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "transactional-rater");
        try (Producer<String, RatingEvent> producer = new KafkaProducer<>(
                settings, ratings.keySerde().serializer(), ratings.valueSerde().serializer())) {
            producer.initTransactions();
            for (int i = 0; i < events; i++) {
                RatedEvent event = new RatedEvent(
                        RecordKey.movie(Integer.toString(1 + i % MOVIES)),
                        "transactional user",
                        OptionalInt.of(400),
                        OptionalLong.of(TIME));
                producer.beginTransaction();
                producer.send(
                        new ProducerRecord<>(ratings.name(), event.record().toString(), event.toMessage()));
                producer.commitTransaction();
            }
        }
    }

    /** @param topics of the log */
    public static void append(String bootstrapServers, Topics topics, long seed, int events) throws Exception {
        Random random = new Random(seed);
        TopicDefinition<String, RatingEvent> ratings = topics.ratings();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (Producer<String, RatingEvent> producer =
                new KafkaClients(bootstrapServers, Map.of()).producer("rater", ratings)) {
            for (int i = 0; i < events; i++) {
                RatedEvent event = new RatedEvent(
                        RecordKey.movie(Integer.toString(1 + random.nextInt(MOVIES))),
                        "user " + random.nextInt(USERS),
                        random.nextInt(5) == 0 ? OptionalInt.empty() : OptionalInt.of(50 * (1 + random.nextInt(10))),
                        OptionalLong.of(TIME + random.nextInt(1_000_000)));
                sent.add(producer.send(
                        new ProducerRecord<>(ratings.name(), event.record().toString(), event.toMessage())));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }
}
