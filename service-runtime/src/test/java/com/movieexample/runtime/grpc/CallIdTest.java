package com.movieexample.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.movieexample.api.v1.GetMetadataRequest;
import com.movieexample.api.v1.GetMetadataResponse;
import com.movieexample.api.v1.MetadataServiceGrpc;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.requests.RequestIdInterceptor;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The id of each call over gRPC: in its answer, in the log, and handed on to the next service. */
class CallIdTest {
    private static final Metadata.Key<String> ID = Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);

    private final List<String> marks = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger("com.movieexample.runtime.errors.Problems");
    private final InMemoryServiceRegistry registry = new InMemoryServiceRegistry();
    private final GrpcClients clients = new GrpcClients(registry);
    private final GrpcServer far = server("far", new Far());
    private final GrpcServer near = server("near", new Near());
    private ManagedChannel caller;

    private final class Far extends MetadataServiceGrpc.MetadataServiceImplBase {
        @Override
        public void getMetadata(GetMetadataRequest request, StreamObserver<GetMetadataResponse> answer) {
            mark();
            Answers.one(answer, GetMetadataResponse.getDefaultInstance());
        }
    }

    /** Asks the far one, or fails. */
    private final class Near extends MetadataServiceGrpc.MetadataServiceImplBase {
        @Override
        public void getMetadata(GetMetadataRequest request, StreamObserver<GetMetadataResponse> answer) {
            mark();
            switch (request.getMovieId()) {
                case "broken" -> throw new IllegalStateException("hunter2");
                case "broken later" ->
                    Answers.later(answer, CompletableFuture.supplyAsync(() -> {
                        throw new IllegalStateException("hunter2");
                    }));
                default -> {
                    FutureAnswer<GetMetadataResponse> found = new FutureAnswer<>();
                    MetadataServiceGrpc.newStub(clients.channel("far")).getMetadata(request, found);
                    Answers.later(answer, found.future());
                }
            }
        }
    }

    private void mark() {
        marks.add(MDC.get("service") + " " + MDC.get("requestId"));
    }

    private static GrpcServer server(String name, MetadataServiceGrpc.MetadataServiceImplBase service) {
        return GrpcServer.builder("127.0.0.1", 0)
                .service(service)
                .interceptor(new RequestIdInterceptor(name))
                .build();
    }

    @BeforeEach
    void start() {
        far.start();
        near.start();
        registry.register(new ServiceInstance("far", "far", "127.0.0.1", 0, far.port(), ""), () -> null);
        caller = Grpc.newChannelBuilderForAddress("127.0.0.1", near.port(), InsecureChannelCredentials.create())
                .build();
        logged.start();
        log.addAppender(logged);
    }

    @AfterEach
    void stop() {
        log.detachAppender(logged);
        caller.shutdownNow();
        clients.close();
        near.close();
        far.close();
    }

    @Test
    void theCallersOwnIdIsToldAndHandedOnToTheNextService() {
        assertThat(call("movie", "checkout-7")).isEqualTo("checkout-7");
        assertThat(marks).containsExactly("near checkout-7", "far checkout-7");
    }

    @Test
    void aCallWithoutAFitOneGetsOneOfItsOwn() {
        String id = call("movie", "two words");

        assertThat(id).matches("[0-9a-f]{16}");
        assertThat(marks).containsExactly("near " + id, "far " + id);
    }

    @Test
    void anErrorOfOursIsLoggedWithItOnWhicheverThread() {
        assertFails("broken", "first");
        assertFails("broken later", "second");

        assertThat(logged.list)
                .extracting(line -> line.getMDCPropertyMap().get("requestId"))
                .containsExactly("first", "second");
    }

    private void assertFails(String movie, String id) {
        assertThatThrownBy(() -> call(movie, id))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failure -> assertThat(failure.getTrailers().get(ID)).isEqualTo(id));
    }

    /** The id in the headers of the answer. */
    private String call(String movie, String id) {
        Metadata sent = new Metadata();
        sent.put(ID, id);
        AtomicReference<Metadata> headers = new AtomicReference<>();
        MetadataServiceGrpc.newBlockingStub(caller)
                .withInterceptors(
                        MetadataUtils.newAttachHeadersInterceptor(sent),
                        MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()))
                .getMetadata(GetMetadataRequest.newBuilder().setMovieId(movie).build());
        return headers.get().get(ID);
    }
}
