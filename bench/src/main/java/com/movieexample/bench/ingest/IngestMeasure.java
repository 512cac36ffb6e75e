package com.movieexample.bench.ingest;

import com.movieexample.bench.Bench;
import com.movieexample.bench.Measure;
import com.movieexample.bench.contest.Contest;
import com.movieexample.bench.contest.Figures;
import com.movieexample.bench.report.Result;
import com.movieexample.topics.KafkaClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Marquee's own writing path against a plain producer with the same settings, on events that were made before. */
public final class IngestMeasure implements Measure {
    private static final int SIZE = 2_000_000;

    private static final String MARQUEE = "marquee";
    private static final String PRODUCER = "producer";

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String description() {
        return "from finished rating events to the log's acknowledgement of all of them";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        List<Result> results = new ArrayList<>();
        for (int size : bench.sizes(SIZE)) {
            results.add(measure(bench, size));
        }
        return results;
    }

    private static Result measure(Bench bench, int size) throws Exception {
        bench.needDisk(50L * size);
        PreparedEvents events = PreparedEvents.of(bench.workload(size));
        KafkaClients clients = new KafkaClients(bench.broker().bootstrapServers(), Map.of());
        // The first turns are for the JVMs to get warm: theirs and the broker's.
        contest(clients, events, line -> {}).rounds(1);
        Map<String, Figures> figures = contest(clients, events, bench::say).rounds(bench.runs(size));
        return Result.of("ingest", "rating events taken by the log", size, "events/s", true, figures.get(MARQUEE))
                .baseline(PRODUCER, figures.get(PRODUCER))
                .remark(
                        "Both send messages made before, with one thread, acks=all, idempotent, lz4, batches of 256 KiB,"
                                + " and end when the broker has acknowledged the last; how many the log has was compared.")
                .remark(
                        "Marquee is TopicWriter, which every service and every import writes with: it places each event"
                                + " itself and answers each with its position. The plain producer asks for no answers but errors.");
    }

    private static Contest contest(KafkaClients clients, PreparedEvents events, Consumer<String> say) {
        return new Contest(say)
                .contender(MARQUEE, run -> new IngestRun(clients, events).withTopicWriter())
                .contender(PRODUCER, run -> new IngestRun(clients, events).withPlainProducer());
    }
}
