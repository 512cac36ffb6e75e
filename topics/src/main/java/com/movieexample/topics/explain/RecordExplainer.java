package com.movieexample.topics.explain;

import com.movieexample.api.WeightedScore;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.Judgement;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Explains records by reading their partition of the log afresh. Thread-safe; each explanation has a consumer of its own.
 */
public record RecordExplainer(MarqueeLog log, Bounds bounds) {
    /**
     * All of it or nothing.
     *
     * @throws ExplanationTimeoutException when the partition could not be read in time
     * @throws TooManyRatingsException when there is too much to keep
     * @throws KafkaUnavailableException when no broker answers
     */
    public Explanation explain(Question question) {
        int partition =
                Partitioning.partitionOf(question.record().bytes(), log.topics().ratingsPartitions());
        Run run = new Run(question);
        try (LogScan scan = new LogScan(log, Deadline.in(bounds.timeout()))) {
            return run.explanation(scan.scan(partition, run::add));
        }
    }

    /** One explanation in the making. */
    private final class Run {
        private final Question question;
        private final RecordFold fold;
        private final OtherRatings others = new OtherRatings();

        Run(Question question) {
            this.question = question;
            this.fold = new RecordFold(question);
        }

        void add(LogEvent event) {
            if (event.record().filter(question.record()::equals).isPresent()) {
                addOwn(event);
            } else if (event.judgement() instanceof Judgement.Good good) {
                addOther(good);
            }
        }

        private void addOwn(LogEvent event) {
            if (event.judgement() instanceof Judgement.Good good) {
                fold.add(event.seen(), good.version());
                if (fold.users() > bounds.mostUsers()) {
                    throw TooManyRatingsException.ofRecord(question, bounds.mostUsers());
                }
            } else if (event.judgement() instanceof Judgement.Bad bad) {
                fold.passOver(event.seen(), Category.BAD, bad.reason());
            } else {
                fold.passOver(event.seen(), Category.MISPLACED, event.misplacement());
            }
        }

        private void addOther(Judgement.Good good) {
            boolean asked = question.prior().isEmpty()
                    && good.key().type().equals(question.record().type());
            if (asked) {
                others.add(good.key(), good.event().getUserId(), good.version());
                if (others.size() > bounds.mostOthers()) {
                    throw TooManyRatingsException.ofPartition(question, bounds.mostOthers());
                }
            }
        }

        Explanation explanation(Scanned scanned) {
            LiveRatings live = fold.live();
            Optional<LiveRatings> ofType = question.prior().isPresent()
                    ? Optional.empty()
                    : Optional.of(others.live().and(live));
            Optional<BigDecimal> prior = question.prior().or(() -> ofType.flatMap(LiveRatings::mean));
            return new Explanation(
                    question,
                    scanned,
                    fold.categories(),
                    live,
                    ofType,
                    prior.map(c -> new WeightedScore(live.count(), live.sum(), question.minimum(), c)));
        }
    }
}
