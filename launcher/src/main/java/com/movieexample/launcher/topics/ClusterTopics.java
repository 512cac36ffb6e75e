package com.movieexample.launcher.topics;

import com.movieexample.api.v1.Generation;
import com.movieexample.launcher.process.LaunchException;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.Generations;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * The topics of one Marquee on a cluster, as they are; nothing is created.
 *
 * @param topics their names; the numbers of partitions don't matter
 */
record ClusterTopics(KafkaClients clients, Topics topics) {
    /** What was found, and the live generation if there is one. */
    record Found(OptionalInt generation, List<TopicFigures> topics) {}

    /**
     * Reads them all.
     *
     * @throws KafkaUnavailableException when no broker answers
     * @throws LaunchException when the cluster holds no Marquee with this prefix
     */
    Found read() {
        AdminAnswers answers = new AdminAnswers(clients.bootstrapServers());
        try (Admin admin = clients.admin("marquee-topics")) {
            Set<String> there = answers.get(admin.listTopics().names());
            requireMarquee(there);
            Optional<Generation> live = new Generations(clients, topics.control()).live();
            List<String> names = Stream.concat(
                            topics.all().stream().map(TopicDefinition::name).filter(there::contains),
                            live.stream().flatMap(generation -> changelogs(generation, there)))
                    .toList();
            return new Found(
                    live.map(generation -> OptionalInt.of(generation.getNumber()))
                            .orElseGet(OptionalInt::empty),
                    new TopicReading(admin, answers, names, topics.ratings().name()).read());
        } catch (KafkaException e) {
            // An address that can't be resolved, for example.
            throw new KafkaUnavailableException(clients.bootstrapServers(), e);
        }
    }

    private void requireMarquee(Set<String> there) {
        String ratings = topics.ratings().name();
        String control = topics.control().name();
        if (!there.contains(ratings) || !there.contains(control)) {
            throw new LaunchException(
                    "Kafka at %s holds no Marquee: there is no topic %s, or none %s; --topic-prefix says which to take"
                            .formatted(clients.bootstrapServers(), ratings, control));
        }
    }

    private Stream<String> changelogs(Generation generation, Set<String> there) {
        String application = topics.applicationId(generation.getNumber()) + "-";
        return there.stream()
                .filter(name -> name.startsWith(application) && name.endsWith("-changelog"))
                .sorted();
    }
}
