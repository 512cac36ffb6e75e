package com.movieexample.bench.postgres;

import com.movieexample.bench.workload.WorkloadEvent;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.postgresql.PGConnection;

/** Events as an array for each column, which is the quickest way of many rows into one statement. */
final class EventColumns {
    private final int[] movies;
    private final int[] users;
    private final short[] values;
    private final boolean[] deletes;
    private final long[] times;

    EventColumns(Collection<WorkloadEvent> events) {
        int rows = events.size();
        movies = new int[rows];
        users = new int[rows];
        values = new short[rows];
        deletes = new boolean[rows];
        times = new long[rows];
        int row = 0;
        for (WorkloadEvent event : events) {
            movies[row] = event.movie();
            users[row] = event.user();
            values[row] = (short) event.value();
            deletes[row] = event.isDelete();
            times[row] = event.ratedAt();
            row++;
        }
    }

    void bindTo(PreparedStatement statement) throws SQLException {
        PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
        statement.setArray(1, connection.createArrayOf("int4", movies));
        statement.setArray(2, connection.createArrayOf("int4", users));
        statement.setArray(3, connection.createArrayOf("int2", values));
        statement.setArray(4, connection.createArrayOf("bool", deletes));
        statement.setArray(5, connection.createArrayOf("int8", times));
    }
}
