package com.movieexample.bench;

/** Something that a measure needs is missing; the message is for the user. */
public final class BenchException extends RuntimeException {
    public BenchException(String message) {
        super(message);
    }
}
