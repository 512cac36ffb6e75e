package com.movieexample.bench.postgres;

import com.movieexample.bench.workload.WorkloadEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends events in batches, each a statement and a transaction: in the order of their keys, which is that of the table's
 * index, and of each key only the last by time, since a statement may change a row only once. Owns its connection; not
 * thread-safe.
 */
final class RatingWriter implements AutoCloseable {
    private static final String UPSERT = """
            insert into ratings as r (movie, user_id, value, deleted, rated_at)
            select * from unnest(?, ?, ?, ?, ?)
            on conflict (movie, user_id) do update
            set value = excluded.value, deleted = excluded.deleted, rated_at = excluded.rated_at
            where (excluded.rated_at, excluded.deleted, excluded.value) > (r.rated_at, r.deleted, r.value)""";

    private static final Comparator<WorkloadEvent> TOTAL_ORDER = Comparator.comparingLong(WorkloadEvent::ratedAt)
            .thenComparing(WorkloadEvent::isDelete)
            .thenComparing(WorkloadEvent::value);

    private final Connection connection;
    private final PreparedStatement upsert;
    private final int batch;
    private final Map<Long, WorkloadEvent> last = new TreeMap<>();

    RatingWriter(Connection connection, int batch) throws SQLException {
        this.connection = connection;
        this.upsert = connection.prepareStatement(UPSERT);
        this.batch = batch;
    }

    void write(WorkloadEvent event) throws SQLException {
        long key = ((long) event.movie() << Integer.SIZE) | event.user();
        last.merge(key, event, (a, b) -> TOTAL_ORDER.compare(a, b) >= 0 ? a : b);
        if (last.size() == batch) {
            flush();
        }
    }

    void flush() throws SQLException {
        if (last.isEmpty()) {
            return;
        }
        new EventColumns(last.values()).bindTo(upsert);
        upsert.executeUpdate();
        last.clear();
    }

    @Override
    public void close() throws SQLException {
        upsert.close();
        connection.close();
    }
}
