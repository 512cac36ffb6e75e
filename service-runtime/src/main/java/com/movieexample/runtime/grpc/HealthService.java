package com.movieexample.runtime.grpc;

import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.health.Health;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc.HealthImplBase;
import io.grpc.stub.StreamObserver;
import java.util.Set;

/**
 * {@code grpc.health.v1} out of the service's own health, which all its gRPC services share. Watching is left
 * unimplemented, which the protocol tells clients to bear with: health is looked at, it doesn't report changes.
 */
final class HealthService extends HealthImplBase {
    private static final String ALL = "";

    private final Health health;
    private final Set<String> serviceNames;

    HealthService(Health health, Set<String> serviceNames) {
        this.health = health;
        this.serviceNames = serviceNames;
    }

    @Override
    public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
        String service = request.getService();
        if (!service.equals(ALL) && !serviceNames.contains(service)) {
            throw ServiceException.notFound("service " + service + " is not served here");
        }
        observer.onNext(HealthCheckResponse.newBuilder()
                .setStatus(health.isReady() ? ServingStatus.SERVING : ServingStatus.NOT_SERVING)
                .build());
        observer.onCompleted();
    }
}
