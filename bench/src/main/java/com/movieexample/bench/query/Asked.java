package com.movieexample.bench.query;

/**
 * A GET.
 *
 * @param path encoded, with the query
 * @param etag of the answer that the caller has already; empty if it has none
 */
record Asked(String path, String etag) {
    static Asked of(String path) {
        return new Asked(path, "");
    }
}
