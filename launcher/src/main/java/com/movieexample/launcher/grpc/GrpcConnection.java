package com.movieexample.launcher.grpc;

import com.movieexample.api.InvalidInputException;
import com.movieexample.launcher.process.LaunchException;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** A connection to one service, made when it is first used. Owns its channel; thread-safe. */
public final class GrpcConnection implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("[^/\\s]+:\\d{1,5}");
    private static final int MAX_MESSAGE_BYTES = 64 << 20;

    /** Held, since the level of a logger that nobody holds is forgotten. */
    private static final Logger TRANSPORT = Logger.getLogger("io.grpc");

    static {
        // It would print to standard error what the user is told in one line anyway.
        TRANSPORT.setLevel(Level.OFF);
    }

    private final String address;
    private final ManagedChannel channel;

    /** @throws InvalidInputException unless {@code address} is {@code host:port} */
    public GrpcConnection(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new InvalidInputException("address", address, "host:port, for example 127.0.0.1:9083");
        }
        this.address = address;
        this.channel = ServiceChannels.to(address)
                .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                .build();
    }

    public Channel channel() {
        return channel;
    }

    public String address() {
        return address;
    }

    /** Whether a call failed because nobody is there, and not because a service said so. */
    public boolean isUnreachable(StatusRuntimeException failure) {
        // What a service answers comes without a cause.
        return failure.getStatus().getCode() == Status.Code.UNAVAILABLE
                && failure.getStatus().getCause() != null;
    }

    /** What to tell the user of a failed call, in one line. */
    public LaunchException failure(String service, StatusRuntimeException failure) {
        Status status = failure.getStatus();
        String message = isUnreachable(failure)
                ? "no %s answers at %s: %s".formatted(service, address, innermost(status.getCause()))
                : "%s at %s answered %s: %s".formatted(service, address, status.getCode(), status.getDescription());
        return new LaunchException(message, failure);
    }

    private static String innermost(Throwable cause) {
        Throwable innermost = cause;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null ? innermost.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
