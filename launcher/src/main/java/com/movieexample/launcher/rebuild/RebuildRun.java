package com.movieexample.launcher.rebuild;

import com.movieexample.api.v1.Generation;
import com.movieexample.api.v1.GenerationState;
import com.movieexample.launcher.cluster.LiveLog;
import com.movieexample.launcher.process.LaunchException;
import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.launcher.terminal.Figures;
import com.movieexample.launcher.terminal.ProgressBar;
import com.movieexample.launcher.terminal.Terminal;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.generations.GenerationSteps;
import com.movieexample.topics.provisioning.GenerationSet;
import com.movieexample.topics.provisioning.Generations;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;

/**
 * Takes generations from step to step, each decided in the control topic before anything follows from it. So a run that
 * was killed is followed by another one, from the step that it had come to. Owns its clients; not thread-safe.
 */
final class RebuildRun implements AutoCloseable {
    private static final long AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(500);

    /** A reader goes over within a second or so, once it has the copy. */
    private static final Duration READERS_WITHIN = Duration.ofMinutes(2);

    private final RebuildOptions options;
    private final Terminal terminal;
    private final MarqueeLog log;
    private final Generations generations;
    private final Readers readers;
    private final Admin admin;
    private final RebuildLease lease;
    /** What the last step left: the control topic itself may show it a little later. */
    private GenerationSet found;

    RebuildRun(RebuildOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
        KafkaClients clients = options.cluster().clients();
        this.log = LiveLog.find(clients, options.cluster().topics());
        this.generations = new Generations(clients, log.topics().control());
        this.readers = new Readers(options.processes().clients());
        this.lease = RebuildLease.take(
                clients,
                log.topics(),
                () -> terminal.say("Waits for another rebuild, which may have been killed a moment ago"));
        this.admin = clients.admin("marquee-rebuild");
        // Not just read: a step of a run that was killed may be on its way.
        this.found = generations.change(all -> List.of());
    }

    /**
     * What a rebuild is to do.
     *
     * @param dryRun whether to stop before the switch, and leave nothing behind
     * @param hold whether to stop before the switch, and leave it to {@code promote}
     * @param acceptChanges whether to promote a generation that differs from the live one
     * @param eachPartition whether to tell of the progress of each
     * @param throttle events a second, 0 for no limit; empty to leave it as it is
     */
    record Plan(boolean dryRun, boolean hold, boolean acceptChanges, boolean eachPartition, OptionalLong throttle) {}

    /** Begins a rebuild, or goes on with one that was interrupted. */
    int rebuild(RuleOptions rules, Plan plan) {
        removeWhatIsLeft();
        if (found.superseded().isPresent()) {
            terminal.say("Goes on with a rebuild that was interrupted after the switch to generation "
                    + found.live().orElseThrow().getNumber());
            return finish();
        }
        boolean isNew = found.inTheMaking().isEmpty();
        int exitCode = follow(making(rules.changing(log.rules()), plan), plan);
        if (plan.dryRun()) {
            endDryRun(isNew);
        }
        return exitCode;
    }

    /** Only what it has begun itself. */
    private void endDryRun(boolean isNew) {
        if (isNew) {
            cancel();
        } else {
            terminal.say("Generation %d, which was there before, stays: marquee rebuild cancel ends it"
                    .formatted(found.inTheMaking().orElseThrow().getNumber()));
        }
    }

    private Generation making(EventRules rules, Plan plan) {
        if (found.inTheMaking().isPresent()) {
            requireRules(found.inTheMaking().get(), rules);
            terminal.say("Goes on with generation " + found.inTheMaking().get().getNumber()
                    + ", whose rebuild was interrupted or held");
            return plan.throttle().isEmpty()
                    ? found.inTheMaking().get()
                    : take(all -> GenerationSteps.throttle(all, plan.throttle().getAsLong()))
                            .inTheMaking()
                            .orElseThrow();
        }
        int live = found.live().orElseThrow().getNumber();
        if (!rules.equals(log.rules())) {
            terminal.say("By other rules than the live one: " + rules);
        }
        Generation begun = take(all ->
                        GenerationSteps.begin(all, rules, plan.throttle().orElse(0)))
                .inTheMaking()
                .orElseThrow();
        terminal.say("Begins generation %d of the ratings view beside generation %d, which answers meanwhile"
                .formatted(begun.getNumber(), live));
        return begun;
    }

    /** One that was begun keeps its rules; who names none goes on with them. */
    private void requireRules(Generation making, EventRules rules) {
        boolean asked = !rules.equals(log.rules());
        if (asked && !rules.fingerprint().equals(making.getRules().getFingerprint())) {
            throw new LaunchException(
                    "generation %d is being built by other rules (%s) than these (%s); marquee rebuild cancel ends it"
                            .formatted(making.getNumber(), EventRules.of(making.getRules()), rules));
        }
    }

    /** Builds a view as of a time, or goes on with one that was interrupted. */
    int archive(ArchiveOptions wanted, Plan plan) {
        removeWhatIsLeft();
        String name = wanted.name();
        long asOf = wanted.asOf().toEpochMilli();
        Generation archive = found.named(name)
                .filter(begun ->
                        begun.getState() == GenerationState.GENERATION_STATE_IN_THE_MAKING && begun.getAsOf() == asOf)
                .orElseGet(() -> take(all -> GenerationSteps.beginArchive(
                                all, name, asOf, plan.throttle().orElse(0)))
                        .named(name)
                        .orElseThrow());
        terminal.say("Builds view %s, the ratings as of %s, as generation %d"
                .formatted(name, wanted.asOf(), archive.getNumber()));
        new Replay(new ReplayedLog(admin, log, archive.getNumber()), terminal, plan.eachPartition()).await();
        try (ViewCopies copies = new ViewCopies(options.processes().oneMovieQuery())) {
            copies.awaitAsFar(archive.getNumber(), found.live().orElseThrow().getNumber());
        }
        take(all -> GenerationSteps.completeArchive(all, name));
        terminal.say(
                "movie-query serves it: /v1/movies/ID?view=%s, until marquee rebuild drop %s".formatted(name, name));
        return ExitCodes.OK;
    }

    /** Removes an archive. */
    int drop(String name) {
        take(all -> GenerationSteps.dropArchive(all, name));
        removeWhatIsLeft();
        return ExitCodes.OK;
    }

    /** Promotes the generation that is held. */
    int promote(boolean acceptChanges) {
        removeWhatIsLeft();
        if (found.superseded().isPresent()) {
            return finish();
        }
        Generation making = found.inTheMaking()
                .orElseThrow(() -> new LaunchException("no generation is in the making; marquee rebuild begins one"));
        return follow(making, new Plan(false, false, acceptChanges, false, OptionalLong.empty()));
    }

    private int follow(Generation making, Plan plan) {
        int next = making.getNumber();
        int live = found.live().orElseThrow().getNumber();
        new Replay(new ReplayedLog(admin, log, next), terminal, plan.eachPartition()).await();
        try (ViewCopies copies = new ViewCopies(options.processes().oneMovieQuery())) {
            Proof.Outcome proof = proof(making, copies, live);
            RebuildReport report = new RebuildReport(terminal);
            report.proof(proof, live, next);
            if (plan.dryRun() || !proof.equal()) {
                report.preview(Preview.of(copies, live, next, log.topics().ratingsPartitions()));
            }
            if (plan.dryRun()) {
                return proof.equal() ? ExitCodes.OK : ExitCodes.FINDINGS;
            }
            if (!proof.equal() && !plan.acceptChanges()) {
                terminal.say(
                        "Generation %d is not promoted. If these changes are meant: marquee rebuild promote --accept-changes; if not: marquee rebuild cancel"
                                .formatted(next));
                return ExitCodes.FINDINGS;
            }
        }
        if (plan.hold()) {
            terminal.say(
                    "Generation %d is held, and kept up to date: marquee rebuild promote makes it live, marquee rebuild cancel ends it"
                            .formatted(next));
            return ExitCodes.OK;
        }
        take(all -> GenerationSteps.promote(all, next));
        return finish();
    }

    private Proof.Outcome proof(Generation making, ViewCopies copies, int live) {
        long total = new ReplayedLog(admin, log, live).reach().total();
        try (ProgressBar bar = new ProgressBar(terminal, "folds the log to compare", total)) {
            return new Proof(log.of(making), copies, live, making.getNumber(), events -> bar.update(events, events))
                    .run();
        }
    }

    /** Makes the generation before live again. */
    int rollBack() {
        if (found.superseded().isEmpty()) {
            throw new LaunchException(
                    "there is no generation to go back to: none was live before, or it is retired already");
        }
        take(GenerationSteps::rollBack);
        return finish();
    }

    /** Ends the one in the making, if there is one, and removes what is left of those that are retired. */
    int cancel() {
        boolean ended = found.inTheMaking().isPresent();
        take(GenerationSteps::cancel);
        boolean removed = removeWhatIsLeft();
        if (!ended && !removed) {
            terminal.say("There is nothing to cancel.");
        }
        return ExitCodes.OK;
    }

    /** Once every reader has gone over to the live one, and some time later, the one before is retired. */
    private int finish() {
        long start = System.nanoTime();
        int live = found.live().orElseThrow().getNumber();
        int before = found.superseded().orElseThrow().getNumber();
        terminal.say("Generation %d is live".formatted(live));
        awaitReaders(live);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        List<String> silent = readers.silent();
        terminal.say(whoAnswers(silent.size()) + " from it, after " + Figures.duration(took));
        silent.forEach(silence -> terminal.say("  not asked: " + silence));
        if (!options.grace().isZero()) {
            terminal.say("Keeps generation %d for another %s; marquee rebuild rollback leads back to it after Ctrl-C"
                    .formatted(before, Figures.duration(options.grace())));
            await(options.grace());
        }
        take(GenerationSteps::retireSuperseded);
        removeWhatIsLeft();
        return ExitCodes.OK;
    }

    private String whoAnswers(int silent) {
        int all = readers.processes().size();
        return silent == 0
                ? "Every reader answers"
                : "Of %d processes %d could be asked; each of these answers".formatted(all, all - silent);
    }

    private void awaitReaders(int live) {
        long deadline = System.nanoTime() + READERS_WITHIN.toNanos();
        for (List<String> late = readers.notYetOn(live); !late.isEmpty(); late = readers.notYetOn(live)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new LaunchException(
                        "%s; the generation before stays. marquee rebuild goes on".formatted(String.join(", ", late)));
            }
            LockSupport.parkNanos(AGAIN_NS);
        }
    }

    private void await(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new LaunchException("interrupted; marquee rebuild goes on, marquee rebuild rollback leads back");
            }
            LockSupport.parkNanos(left);
        }
    }

    /** Whether there was anything. */
    private boolean removeWhatIsLeft() {
        Retirement retirement = new Retirement(admin, log);
        List<Integer> left = retirement.left(found.retired());
        for (int generation : left) {
            retirement.remove(generation);
            terminal.say(
                    "Generation %d is retired: its topics, its group and its state are gone".formatted(generation));
        }
        return !left.isEmpty();
    }

    private GenerationSet take(Function<GenerationSet, List<Generation>> step) {
        found = generations.change(step);
        return found;
    }

    @Override
    public void close() {
        lease.close();
        admin.close(Duration.ofSeconds(1));
    }
}
