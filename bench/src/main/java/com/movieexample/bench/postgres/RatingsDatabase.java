package com.movieexample.bench.postgres;

import com.movieexample.bench.solution.DatabaseAddress;
import com.movieexample.bench.workload.MovieRatings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables and triggers in a database of their own, which is dropped when it is closed. Thread-safe. */
final class RatingsDatabase implements AutoCloseable {
    private static final String ADMINISTRATION = "postgres";
    private static final int FIRST_OF_THE_HISTOGRAM = 4;

    private final DatabaseAddress server;
    private final String name;

    private RatingsDatabase(DatabaseAddress server, String name) {
        this.server = server;
        this.name = name;
    }

    /** With empty tables, and with nothing left to write from what was before. */
    static RatingsDatabase create(DatabaseAddress server, String name) throws SQLException, IOException {
        execute(server, ADMINISTRATION, "create database " + name);
        execute(server, name, schema());
        execute(server, name, "checkpoint");
        return new RatingsDatabase(server, name);
    }

    private static String schema() throws IOException {
        try (InputStream script = RatingsDatabase.class.getResourceAsStream("schema.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void execute(DatabaseAddress server, String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(database));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** On a connection of its own, which it closes. */
    RatingWriter writer(int batch) throws SQLException {
        return new RatingWriter(connect(), batch);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url(name));
    }

    /** What the tables and their indexes take on disk. */
    long bytes() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet sizes = statement.executeQuery(
                        "select pg_total_relation_size('ratings') + pg_total_relation_size('aggregates')")) {
            sizes.next();
            return sizes.getLong(1);
        }
    }

    Map<Integer, MovieRatings> aggregates() throws SQLException {
        Map<Integer, MovieRatings> aggregates = new HashMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from aggregates")) {
            while (rows.next()) {
                aggregates.put(rows.getInt("movie"), ratings(rows));
            }
        }
        return aggregates;
    }

    private static MovieRatings ratings(ResultSet row) throws SQLException {
        List<Integer> histogram = new ArrayList<>();
        for (int i = 0; i < MovieRatings.VALUES; i++) {
            histogram.add(row.getInt(FIRST_OF_THE_HISTOGRAM + i));
        }
        return new MovieRatings(row.getLong("count"), row.getLong("sum"), histogram);
    }

    @Override
    public void close() throws SQLException {
        execute(server, ADMINISTRATION, "drop database " + name + " with (force)");
    }
}
