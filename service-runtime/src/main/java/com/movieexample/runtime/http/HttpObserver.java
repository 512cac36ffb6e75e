package com.movieexample.runtime.http;

import java.time.Duration;

/** Told of every request that was answered, on the thread that answered it. */
@FunctionalInterface
public interface HttpObserver {
    /**
     * @param route the template that matched, such as {@code /v1/movies/{id}}, or {@code none}
     * @param status of the answer
     */
    void answered(String method, String route, int status, Duration took);
}
