package com.movieexample.launcher.importing;

import com.google.common.net.HostAndPort;
import com.google.protobuf.Timestamp;
import com.movieexample.api.Hundredths;
import com.movieexample.api.Position;
import com.movieexample.api.v1.DeleteRatingRequest;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.MetadataServiceGrpc;
import com.movieexample.api.v1.MetadataServiceGrpc.MetadataServiceFutureStub;
import com.movieexample.api.v1.PutMetadataRequest;
import com.movieexample.api.v1.PutRatingRequest;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.api.v1.RatingServiceGrpc;
import com.movieexample.api.v1.RatingServiceGrpc.RatingServiceFutureStub;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Puts through the services of a running Marquee, and waits half a minute for one that is away for a while. */
public final class ServiceTarget implements ImportTarget {
    private final ServiceConnection metadataService;
    private final ServiceConnection ratingIngester;
    private final RetryPolicy policy;
    private final RetriedCalls calls;

    /** @throws ImportFailedException naming the service that can't be reached */
    public ServiceTarget(HostAndPort metadataAddress, HostAndPort ratingAddress) {
        this(metadataAddress, ratingAddress, RetryPolicy.DEFAULT);
    }

    ServiceTarget(HostAndPort metadataAddress, HostAndPort ratingAddress, RetryPolicy policy) {
        this.metadataService = new ServiceConnection("metadata-service", metadataAddress);
        this.ratingIngester = new ServiceConnection("rating-ingester", ratingAddress);
        this.policy = policy;
        this.calls = new RetriedCalls(policy);
        requireReachable(metadataService);
        requireReachable(ratingIngester);
    }

    @Override
    public CompletableFuture<Position> put(Metadata metadata) {
        PutMetadataRequest request =
                PutMetadataRequest.newBuilder().setMetadata(metadata).build();
        return calls.call(metadataService, () -> metadataStub().putMetadata(request))
                .thenApply(response -> Position.parse(response.getPosition()));
    }

    @Override
    public CompletableFuture<Position> put(RatingEvent event) {
        return event.getType() == RatingEventType.RATING_EVENT_TYPE_DELETE ? delete(event) : putRating(event);
    }

    private CompletableFuture<Position> putRating(RatingEvent event) {
        PutRatingRequest.Builder request = PutRatingRequest.newBuilder()
                .setRecordType(event.getRecordType())
                .setRecordId(event.getRecordId())
                .setUserId(event.getUserId())
                .setProviderId(event.getProviderId());
        if (event.hasValue()) {
            request.setValue(Hundredths.toDecimal(event.getValue()).doubleValue());
        }
        if (event.hasRatedAt()) {
            request.setRatedAt(timestamp(event.getRatedAt()));
        }
        PutRatingRequest built = request.build();
        return calls.call(ratingIngester, () -> ratingStub().putRating(built))
                .thenApply(response -> Position.parse(response.getPosition()));
    }

    private CompletableFuture<Position> delete(RatingEvent event) {
        DeleteRatingRequest.Builder request = DeleteRatingRequest.newBuilder()
                .setRecordType(event.getRecordType())
                .setRecordId(event.getRecordId())
                .setUserId(event.getUserId())
                .setProviderId(event.getProviderId());
        if (event.hasRatedAt()) {
            request.setRatedAt(timestamp(event.getRatedAt()));
        }
        DeleteRatingRequest built = request.build();
        return calls.call(ratingIngester, () -> ratingStub().deleteRating(built))
                .thenApply(response -> Position.parse(response.getPosition()));
    }

    @Override
    public void close() {
        calls.close();
        metadataService.close();
        ratingIngester.close();
    }

    private void requireReachable(ServiceConnection service) {
        if (!service.isReachable()) {
            close();
            throw new ImportFailedException(service + " is not reachable; start it with ./marquee up");
        }
    }

    private MetadataServiceFutureStub metadataStub() {
        return MetadataServiceGrpc.newFutureStub(metadataService.channel())
                .withDeadlineAfter(policy.attempt().toNanos(), TimeUnit.NANOSECONDS);
    }

    private RatingServiceFutureStub ratingStub() {
        return RatingServiceGrpc.newFutureStub(ratingIngester.channel())
                .withDeadlineAfter(policy.attempt().toNanos(), TimeUnit.NANOSECONDS);
    }

    private static Timestamp timestamp(long milliseconds) {
        return Timestamp.newBuilder()
                .setSeconds(Math.floorDiv(milliseconds, 1000L))
                .setNanos((int) Math.floorMod(milliseconds, 1000L) * 1_000_000)
                .build();
    }
}
