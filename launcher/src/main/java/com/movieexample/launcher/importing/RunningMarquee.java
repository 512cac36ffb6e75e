package com.movieexample.launcher.importing;

import com.google.common.net.HostAndPort;
import com.movieexample.api.Positions;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The services of a running Marquee, by their gRPC addresses. */
final class RunningMarquee implements Destination {
    private static final int IN_FLIGHT = 1_000;

    @Option(
            names = "--metadata-address",
            paramLabel = "HOST:PORT",
            converter = AddressConverter.class,
            description = "gRPC of metadata-service (default 127.0.0.1:9081).")
    private HostAndPort metadataAddress = HostAndPort.fromParts("127.0.0.1", 9081);

    @Option(
            names = "--rating-address",
            paramLabel = "HOST:PORT",
            converter = AddressConverter.class,
            description = "gRPC of rating-ingester (default 127.0.0.1:9082).")
    private HostAndPort ratingAddress = HostAndPort.fromParts("127.0.0.1", 9082);

    @Option(
            names = "--movie-address",
            paramLabel = "HOST:PORT",
            converter = AddressConverter.class,
            description =
                    "gRPC of movie-query (default 127.0.0.1:9083), which is asked at the end whether all is visible.")
    private HostAndPort movieAddress = HostAndPort.fromParts("127.0.0.1", 9083);

    @Override
    public ImportTarget open() {
        return new ServiceTarget(metadataAddress, ratingAddress);
    }

    @Override
    public int inFlight() {
        return IN_FLIGHT;
    }

    @Override
    public Optional<String> awaitVisible(Positions positions) {
        try (ServiceConnection movieQuery = new ServiceConnection("movie-query", movieAddress)) {
            return Optional.of(new VisibilityCheck(movieQuery).await(positions));
        }
    }
}
