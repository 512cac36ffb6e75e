package com.movieexample.launcher.operators;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the processes are; several of one service are separated by commas. */
public final class ServiceAddresses {
    @Option(
            names = "--metadata-address",
            paramLabel = "HOST:PORT",
            split = ",",
            defaultValue = "127.0.0.1:9081",
            description = "gRPC of metadata-service (default: ${DEFAULT-VALUE})")
    private List<String> metadata;

    @Option(
            names = "--rating-address",
            paramLabel = "HOST:PORT",
            split = ",",
            defaultValue = "127.0.0.1:9082",
            description = "gRPC of rating-ingester (default: ${DEFAULT-VALUE})")
    private List<String> rating;

    @Option(
            names = "--movie-address",
            paramLabel = "HOST:PORT",
            split = ",",
            defaultValue = "127.0.0.1:9083",
            description = "gRPC of movie-query (default: ${DEFAULT-VALUE})")
    private List<String> movie;

    @Option(
            names = "--aggregator-address",
            paramLabel = "HOST:PORT",
            split = ",",
            defaultValue = "127.0.0.1:9084",
            description = "gRPC of rating-aggregator (default: ${DEFAULT-VALUE})")
    private List<String> aggregator;

    /** A client of each, movie-query's last: it is the one that follows the others. */
    public List<OperatorClient> clients() {
        List<OperatorClient> clients = new ArrayList<>();
        metadata.forEach(address -> clients.add(new OperatorClient("metadata", address)));
        rating.forEach(address -> clients.add(new OperatorClient("rating", address)));
        aggregator.forEach(address -> clients.add(new OperatorClient("rating-aggregator", address)));
        movie.forEach(address -> clients.add(new OperatorClient("movie", address)));
        return clients;
    }

    /** The first movie-query. */
    public String oneMovieQuery() {
        return movie.get(0);
    }
}
