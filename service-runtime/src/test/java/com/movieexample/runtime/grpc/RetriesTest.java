package com.movieexample.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.v1.GetMetadataRequest;
import com.movieexample.api.v1.GetMetadataResponse;
import com.movieexample.api.v1.MetadataServiceGrpc;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.errors.ServiceException;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances of a service, of which one can't answer. */
class RetriesTest {
    private static final int CALLS = 20;

    private final InMemoryServiceRegistry registry = new InMemoryServiceRegistry();
    private final GrpcClients clients = new GrpcClients(registry);
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final GrpcServer restoring = server(new MetadataServiceGrpc.MetadataServiceImplBase() {
        @Override
        public void getMetadata(GetMetadataRequest request, StreamObserver<GetMetadataResponse> observer) {
            refused.incrementAndGet();
            throw ServiceException.unavailable("restoring", Duration.ofSeconds(1));
        }
    });
    private final GrpcServer running = server(new MetadataServiceGrpc.MetadataServiceImplBase() {
        @Override
        public void getMetadata(GetMetadataRequest request, StreamObserver<GetMetadataResponse> observer) {
            answered.incrementAndGet();
            observer.onNext(GetMetadataResponse.getDefaultInstance());
            observer.onCompleted();
        }
    });

    private static GrpcServer server(MetadataServiceGrpc.MetadataServiceImplBase service) {
        return GrpcServer.builder("127.0.0.1", 0).service(service).build();
    }

    @BeforeEach
    void start() {
        restoring.start();
        running.start();
        registry.register(new ServiceInstance("metadata", "a", "127.0.0.1", 0, restoring.port(), ""));
        registry.register(new ServiceInstance("metadata", "b", "127.0.0.1", 0, running.port(), ""));
    }

    @AfterEach
    void stop() {
        clients.close();
        restoring.close();
        running.close();
    }

    @Test
    void aReadIsAnsweredByAnotherInstance() {
        Channel channel = clients.channel("metadata", MetadataServiceGrpc.SERVICE_NAME);
        untilBothAreAsked(channel);

        assertThat(failures(channel)).isZero();
    }

    @Test
    void whatMayWriteIsAskedOnce() {
        Channel channel = clients.channel("metadata");
        untilBothAreAsked(channel);
        int before = refused.get() + answered.get();

        assertThat(failures(channel)).isPositive();
        assertThat(refused.get() + answered.get()).isEqualTo(before + CALLS);
    }

    /** The channel goes round those that it has connected to. */
    private void untilBothAreAsked(Channel channel) {
        await().until(() -> {
            failures(channel);
            return refused.get() > 0 && answered.get() > 0;
        });
    }

    private static int failures(Channel channel) {
        int failures = 0;
        for (int i = 0; i < CALLS; i++) {
            try {
                MetadataServiceGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(10, TimeUnit.SECONDS)
                        .getMetadata(GetMetadataRequest.getDefaultInstance());
            } catch (StatusRuntimeException e) {
                assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
                failures++;
            }
        }
        return failures;
    }
}
