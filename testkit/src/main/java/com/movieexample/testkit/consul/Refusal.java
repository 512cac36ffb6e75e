package com.movieexample.testkit.consul;

/** An answer other than 200, in Consul's own words where it has some. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
