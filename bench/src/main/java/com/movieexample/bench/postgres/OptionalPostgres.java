package com.movieexample.bench.postgres;

import com.movieexample.bench.solution.DatabaseAddress;
import java.io.IOException;
import java.util.Optional;

/** A PostgreSQL server if this machine has one installed. Owns it; not thread-safe. */
public final class OptionalPostgres implements AutoCloseable {
    private final Optional<PostgresServer> server;
    private final String remark;

    private OptionalPostgres(Optional<PostgresServer> server, String remark) {
        this.server = server;
        this.remark = remark;
    }

    public static OptionalPostgres start() throws IOException, InterruptedException {
        Optional<PostgresBinaries> found = PostgresBinaries.find();
        if (found.isEmpty()) {
            return new OptionalPostgres(
                    Optional.empty(),
                    "PostgreSQL has no figure: it is not installed on this machine (no /usr/lib/postgresql/*/bin/initdb).");
        }
        return new OptionalPostgres(
                Optional.of(PostgresServer.start(found.get())),
                "PostgreSQL %s: two connections send arrays of 1,000 events from memory, statement triggers keep the aggregates; shared_buffers 512 MB, synchronous_commit off, since Kafka's producers do not wait for the disk either. Ids are integers to it, Marquee takes texts."
                        .formatted(found.get().version()));
    }

    public Optional<DatabaseAddress> address() {
        return server.map(PostgresServer::address);
    }

    /** For the report: what it was, or why there is none. */
    public String remark() {
        return remark;
    }

    @Override
    public void close() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        }
    }
}
