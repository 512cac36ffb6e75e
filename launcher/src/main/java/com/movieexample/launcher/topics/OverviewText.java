package com.movieexample.launcher.topics;

import com.movieexample.launcher.terminal.Colour;
import com.movieexample.launcher.terminal.Figures;
import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.launcher.terminal.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Shows an overview to people.
 *
 * @param eachPartition whether to show the partitions too
 */
record OverviewText(Terminal terminal, boolean eachPartition) {
    private static final String UNKNOWN = "?";

    /** Of a view in this state there is nothing more to say. */
    private static final String WELL = "live";

    void print(Overview overview) {
        terminal.say("Kafka at %s, %s."
                .formatted(
                        overview.bootstrapServers(),
                        overview.generation().isPresent()
                                ? "generation " + overview.generation().getAsInt() + " of the ratings view is live"
                                : "no generation of the ratings view is live yet"));
        terminal.say("");
        print(topics(overview.topics()));
        terminal.say("\"up to\": compaction and markers of transactions leave offsets without a record.");
        terminal.say("");
        printViews(overview.processes());
        terminal.say("");
        terminal.say("Dead letters: " + Figures.count(overview.deadLetters()));
    }

    private void print(TextTable table) {
        List<String> lines = table.lines();
        terminal.say(terminal.paint(Colour.BOLD, lines.get(0)));
        lines.subList(1, lines.size()).forEach(terminal::say);
    }

    private TextTable topics(List<TopicFigures> topics) {
        List<String> headings = new ArrayList<>(List.of("TOPIC", ">PARTITIONS", ">RECORDS", ">SIZE"));
        if (eachPartition) {
            headings.addAll(List.of(">FIRST", ">END"));
        }
        TextTable table = new TextTable(headings.toArray(String[]::new));
        topics.forEach(topic -> addTopic(table, topic));
        return table;
    }

    private void addTopic(TextTable table, TopicFigures topic) {
        int asked = topic.partitions().size();
        String partitions = asked == topic.allPartitions() ? "" + asked : asked + " of " + topic.allPartitions();
        String records = records(topic, topic.offsets());
        if (!eachPartition) {
            table.row(topic.name(), partitions, records, size(topic.bytes()));
            return;
        }
        table.row(topic.name(), partitions, records, size(topic.bytes()), "", "");
        topic.partitions()
                .forEach(partition -> table.row(
                        "  " + partition.partition(),
                        "",
                        records(topic, partition.offsets()),
                        size(partition.bytes()),
                        Figures.count(partition.first()),
                        Figures.count(partition.end())));
    }

    private static String records(TopicFigures topic, long offsets) {
        return (topic.compacted() && offsets > 0 ? "up to " : "") + Figures.count(offsets);
    }

    private static String size(OptionalLong bytes) {
        return bytes.isPresent() ? Figures.bytes(bytes.getAsLong()) : UNKNOWN;
    }

    private void printViews(List<ProcessFigures> processes) {
        TextTable table = eachPartition
                ? new TextTable("SERVICE", "GRPC", "VIEW", "STATE", ">LAG IN OFFSETS", ">WATERMARK")
                : new TextTable("SERVICE", "GRPC", "VIEW", "STATE", ">LAG IN OFFSETS");
        processes.stream().filter(process -> process.silence().isEmpty()).forEach(process -> addViews(table, process));
        print(table);
        processes.forEach(process -> process.views().stream()
                .filter(view -> !view.state().equals(WELL) && !view.detail().isEmpty())
                .forEach(view -> terminal.say(process.service() + ", " + view.name() + ": " + view.detail())));
        processes.forEach(process -> process.silence()
                .ifPresent(silence -> terminal.say(terminal.paint(Colour.RED, "Not shown:") + " " + silence)));
    }

    private void addViews(TextTable table, ProcessFigures process) {
        if (process.views().isEmpty()) {
            add(table, process.service(), process.address(), "none", "", "", "");
        }
        for (ViewFigures view : process.views()) {
            add(table, process.service(), process.address(), view.name(), view.state(), lag(view.lag()), "");
            if (eachPartition) {
                view.partitions()
                        .forEach(partition -> add(
                                table,
                                "",
                                "",
                                "  " + view.topic() + "/" + partition.partition(),
                                "",
                                lag(partition.lag()),
                                Figures.count(partition.watermark())));
            }
        }
    }

    private void add(
            TextTable table, String service, String address, String view, String state, String lag, String watermark) {
        if (eachPartition) {
            table.row(service, address, view, state, lag, watermark);
        } else {
            table.row(service, address, view, state, lag);
        }
    }

    private static String lag(OptionalLong lag) {
        return lag.isPresent() ? Figures.count(lag.getAsLong()) : UNKNOWN;
    }
}
