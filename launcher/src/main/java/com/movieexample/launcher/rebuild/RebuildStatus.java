package com.movieexample.launcher.rebuild;

import com.movieexample.api.v1.Generation;
import com.movieexample.launcher.cluster.LiveLog;
import com.movieexample.launcher.rebuild.ReplayedLog.Reach;
import com.movieexample.launcher.terminal.Figures;
import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.launcher.terminal.TextTable;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.generations.GenerationSteps;
import com.movieexample.topics.provisioning.GenerationSet;
import com.movieexample.topics.provisioning.Generations;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** Says which generations there are, how far each is, and whether somebody takes them further. Changes nothing. */
record RebuildStatus(RebuildOptions options, Terminal terminal) {
    void print() {
        KafkaClients clients = options.cluster().clients();
        MarqueeLog log = LiveLog.find(clients, options.cluster().topics());
        GenerationSet all = new Generations(clients, log.topics().control()).all();
        try (Admin admin = clients.admin("marquee-rebuild")) {
            printGenerations(all, admin, log);
            List<Integer> left = new Retirement(admin, log).left(all.retired());
            left.forEach(generation -> terminal.say(
                    "Generation %d is retired, and the cluster still has its topics".formatted(generation)));
            Optional<String> holder = RebuildLease.holder(clients, log.topics());
            terminal.say(whoGoesOn(all, holder, !left.isEmpty()));
        }
    }

    private void printGenerations(GenerationSet all, Admin admin, MarqueeLog log) {
        TextTable table = new TextTable("GENERATION", "STATE", ">FOLDED", ">OF", ">SHARE");
        for (Generation generation : all.folded()) {
            Reach reach = new ReplayedLog(admin, log, generation.getNumber()).reach();
            table.row(
                    Integer.toString(generation.getNumber()),
                    state(generation),
                    Figures.count(reach.done()),
                    Figures.count(reach.total()),
                    (reach.total() == 0 ? 100 : 100 * reach.done() / reach.total()) + "%");
        }
        table.lines().forEach(terminal::say);
    }

    private static String state(Generation generation) {
        StringBuilder state = new StringBuilder(GenerationSteps.name(generation.getState()));
        if (!generation.getName().isEmpty()) {
            state.append(" " + generation.getName() + ", as of " + Instant.ofEpochMilli(generation.getAsOf()));
        }
        if (generation.getMostEventsPerSecond() > 0) {
            state.append(", at most " + Figures.count(generation.getMostEventsPerSecond()) + "/s");
        }
        return state.toString();
    }

    private static String whoGoesOn(GenerationSet all, Optional<String> holder, boolean left) {
        if (holder.isPresent()) {
            return "A rebuild is running on " + holder.get() + ".";
        }
        if (all.inTheMaking().isPresent()) {
            return "No rebuild is running: marquee rebuild goes on with generation %d, marquee rebuild cancel ends it."
                    .formatted(all.inTheMaking().get().getNumber());
        }
        if (all.superseded().isPresent()) {
            return "No rebuild is running: marquee rebuild retires generation %d, marquee rebuild rollback leads back to it."
                    .formatted(all.superseded().get().getNumber());
        }
        return left ? "No rebuild is running: marquee rebuild cancel removes the rest." : "No rebuild is running.";
    }
}
