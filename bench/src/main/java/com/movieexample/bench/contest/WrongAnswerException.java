package com.movieexample.bench.contest;

/** A contender was fast and wrong. */
public final class WrongAnswerException extends RuntimeException {
    public WrongAnswerException(String contender, String difference) {
        super(contender + " gave a wrong answer: " + difference);
    }
}
