package com.movieexample.launcher.explain;

import com.movieexample.api.WeightedScore;
import com.movieexample.topics.RecordKey;
import com.movieexample.topics.explain.Question;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What may be said of the explanation of one record. */
final class QuestionOptions {
    @Option(names = "--user", paramLabel = "ID", description = "only this user's events; the mean stays everybody's")
    private String user;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "list the latest N events of each category only (default: " + Question.DEFAULT_LIMIT + ")")
    private Integer limit;

    @Option(
            names = "--minimum",
            paramLabel = "M",
            description = "as many ratings as the prior weighs in the weighted score (default: "
                    + WeightedScore.DEFAULT_MINIMUM + ")")
    private Long minimum;

    @Option(
            names = "--prior",
            paramLabel = "C",
            description = "the mean that is usual (default: that of all live ratings of the type in the partition)")
    private String prior;

    Question about(RecordKey record) {
        Optional<BigDecimal> given = Optional.ofNullable(prior).map(WeightedScore::parsePrior);
        return new Question(
                record,
                Optional.ofNullable(user),
                limit == null ? Question.DEFAULT_LIMIT : limit,
                minimum == null ? WeightedScore.DEFAULT_MINIMUM : minimum,
                given);
    }

    void requireNone(CommandLine command) {
        boolean any = Stream.of(user, limit, minimum, prior).anyMatch(Objects::nonNull);
        if (any) {
            throw new ParameterException(
                    command,
                    "--all is of no record, expected none of --user, --limit, --minimum and --prior beside it");
        }
    }
}
