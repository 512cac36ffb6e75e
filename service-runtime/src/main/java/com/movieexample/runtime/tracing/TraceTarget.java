package com.movieexample.runtime.tracing;

import java.net.URI;

/**
 * Where traces go, and how many of them.
 *
 * @param endpoint takes OTLP over HTTP, in full: {@code http://127.0.0.1:4318/v1/traces}
 * @param ratio of the requests that begin a trace, from 0 to 1; one that is part of a trace goes by that
 */
public record TraceTarget(URI endpoint, double ratio) {}
