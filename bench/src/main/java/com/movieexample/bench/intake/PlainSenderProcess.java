package com.movieexample.bench.intake;

import com.movieexample.bench.aggregate.ChildAnswer;
import com.movieexample.bench.contest.WrongAnswerException;
import com.movieexample.bench.process.ChildJvm;
import com.movieexample.bench.workload.NewTopic;
import com.movieexample.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** A plain producer in a JVM that lasts for the whole contest, as the ingester's does. Not thread-safe. */
final class PlainSenderProcess implements AutoCloseable {
    private static final int PARTITIONS = 6;

    private final PlainSender sender;
    private final String bootstrapServers;
    private final ChildJvm jvm;
    private final Path log;

    private PlainSenderProcess(PlainSender sender, String bootstrapServers, ChildJvm jvm, Path log) {
        this.sender = sender;
        this.bootstrapServers = bootstrapServers;
        this.jvm = jvm;
        this.log = log;
    }

    /** @param folder for what it says on standard error */
    static PlainSenderProcess start(PlainSender sender, String bootstrapServers, Path folder) throws IOException {
        Path log = folder.resolve("child.log");
        ChildJvm jvm = ChildAnswer.start(PlainSenderMain.class, List.of(sender), log);
        return new PlainSenderProcess(sender, bootstrapServers, jvm, log);
    }

    /**
     * Has it send the good lines into a topic of their own that is deleted afterwards, and checks what the log has then.
     *
     * @return good lines a second
     */
    double take(IntakeLines lines) throws IOException, InterruptedException, ExecutionException {
        Sending sending = new Sending(
                bootstrapServers, "bench-intake-" + UUID.randomUUID() + ".", PARTITIONS, lines.seed(), lines.size());
        Topics topics = sending.topics();
        try (Admin admin = sending.clients().admin("bench-intake")) {
            NewTopic.create(sending.clients(), admin, topics.ratings());
            try {
                ChildAnswer.tell(jvm, sending);
                Sent sent = ChildAnswer.await(jvm, log, Sent.class);
                check(sent, lines);
                new LogContents(sending.clients(), topics.ratings()).requireNext(sender.label(), lines.events());
                return lines.good() / sent.seconds();
            } finally {
                admin.deleteTopics(List.of(topics.ratings().name())).all().get();
            }
        }
    }

    private void check(Sent sent, IntakeLines lines) {
        if (sent.refused() != lines.bad()) {
            throw new WrongAnswerException(
                    sender.label(), "%d lines were refused, expected %d".formatted(sent.refused(), lines.bad()));
        }
    }

    @Override
    public void close() {
        jvm.close();
    }
}
