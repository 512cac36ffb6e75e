package com.movieexample.bench.solution;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * A running PostgreSQL server, as a client in another process is told it.
 *
 * @param pid of its first process, whose children do the work
 */
public record DatabaseAddress(String user, int port, long pid) {
    /** @param database its name */
    public String url(String database) {
        // Batches that come again and again are prepared at once, and their arrays are sent as bytes.
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&prepareThreshold=1".formatted(port, database, user);
    }

    /** CPU time of all its processes that live; those of open connections do. */
    public long cpuNanos() {
        return ProcessHandle.of(pid).stream()
                .flatMap(first -> Stream.concat(Stream.of(first), first.children()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum();
    }
}
