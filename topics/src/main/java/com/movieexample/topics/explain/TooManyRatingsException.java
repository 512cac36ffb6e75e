package com.movieexample.topics.explain;

/** To explain it, more ratings would have to be kept in memory than may be. */
public final class TooManyRatingsException extends RuntimeException {
    private TooManyRatingsException(String message) {
        super(message);
    }

    static TooManyRatingsException ofRecord(Question question, int most) {
        return new TooManyRatingsException("%s was rated by more than %,d users, expected no more to be explained here"
                .formatted(question.record(), most));
    }

    static TooManyRatingsException ofPartition(Question question, int most) {
        return new TooManyRatingsException(
                "prior is not given, and its partition has more than %,d ratings of the type %s to take the mean of, expected a prior"
                        .formatted(most, question.record().type()));
    }
}
