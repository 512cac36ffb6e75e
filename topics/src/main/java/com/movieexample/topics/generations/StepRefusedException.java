package com.movieexample.topics.generations;

/** A generation can't become what it was to become, given what there is. */
public final class StepRefusedException extends RuntimeException {
    public StepRefusedException(String message) {
        super(message);
    }
}
