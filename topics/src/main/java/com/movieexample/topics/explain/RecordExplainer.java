package com.movieexample.topics.explain;

import com.movieexample.api.WeightedScore;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.provisioning.KafkaUnavailableException;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.Judgement;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * Explains records by reading their partition of the log afresh. Thread-safe; each explanation has a consumer of its own.
 *
 * @param timeout how long one may take
 * @param mostRatings how many ratings one may keep in memory: those of the record take some 400 bytes each, and without a
 *     prior all others of its type in the partition up to 84 more, while their table grows
 */
public record RecordExplainer(MarqueeLog log, Duration timeout, int mostRatings) {
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
        try (LogScan scan = new LogScan(log, Deadline.in(timeout))) {
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
                if (fold.users() > mostRatings) {
                    throw TooManyRatingsException.ofRecord(question, mostRatings);
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
                if (others.size() > mostRatings) {
                    throw TooManyRatingsException.ofPartition(question, mostRatings);
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
