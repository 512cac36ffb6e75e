package com.movieexample.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.rpc.BadRequest;
import com.google.rpc.RetryInfo;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.GetMetadataRequest;
import com.movieexample.api.v1.GetMetadataResponse;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.MetadataServiceGrpc;
import com.movieexample.runtime.discovery.InMemoryServiceRegistry;
import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.Problems;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.health.Health;
import com.movieexample.runtime.lifecycle.PortTakenException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GrpcServerTest {
    private final Health health = new Health();
    private final InMemoryServiceRegistry registry = new InMemoryServiceRegistry();
    private final GrpcClients clients = new GrpcClients(registry);
    private final GrpcServer server = server(new Service("first"));

    /** Answers with its own name as the title, or fails in the way that the id names. */
    private static final class Service extends MetadataServiceGrpc.MetadataServiceImplBase {
        private final String name;

        private Service(String name) {
            this.name = name;
        }

        @Override
        public void getMetadata(GetMetadataRequest request, StreamObserver<GetMetadataResponse> observer) {
            switch (request.getMovieId()) {
                case "invalid" -> throw new InvalidInputException("movie_id", "", "1 to 256 bytes");
                case "observed" -> observer.onError(ServiceException.notFound("no movie observed"));
                case "unavailable" -> throw ServiceException.unavailable("restoring", Duration.ofSeconds(5));
                case "broken" -> throw new IllegalStateException("hunter2");
                case "late" -> failAfterTheAnswer(observer);
                case "downstream" ->
                    observer.onError(Status.UNAVAILABLE
                            .withDescription("Connection refused: /10.0.0.7:9084")
                            .asRuntimeException());
                default -> answer(observer);
            }
        }

        private void failAfterTheAnswer(StreamObserver<GetMetadataResponse> observer) {
            answer(observer);
            throw new IllegalStateException("after the answer");
        }

        private void answer(StreamObserver<GetMetadataResponse> observer) {
            observer.onNext(GetMetadataResponse.newBuilder()
                    .setMetadata(Metadata.newBuilder().setTitle(name))
                    .build());
            observer.onCompleted();
        }
    }

    private GrpcServer server(Service service) {
        return GrpcServer.builder("127.0.0.1", 0)
                .service(service)
                .health(health)
                .build();
    }

    @BeforeEach
    void start() {
        server.start();
        register("first", server);
    }

    @AfterEach
    void stop() {
        clients.close();
        server.close();
    }

    @Test
    void answersThroughTheRegistry() {
        assertThat(title()).isEqualTo("first");
    }

    @Test
    void namesTheFieldThatIsInvalid() throws Exception {
        StatusRuntimeException thrown = failure("invalid");
        assertThat(thrown.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        BadRequest details = StatusProto.fromThrowable(thrown).getDetails(1).unpack(BadRequest.class);
        assertThat(details.getFieldViolations(0).getField()).isEqualTo("movie_id");
        assertThat(details.getFieldViolations(0).getDescription()).contains("1 to 256 bytes");
    }

    @Test
    void saysWhenToTryAgain() throws Exception {
        StatusRuntimeException thrown = failure("unavailable");
        assertThat(thrown.getStatus())
                .extracting(Status::getCode, Status::getDescription)
                .containsExactly(Status.Code.UNAVAILABLE, "restoring");
        RetryInfo details = StatusProto.fromThrowable(thrown).getDetails(1).unpack(RetryInfo.class);
        assertThat(details.getRetryDelay().getSeconds()).isEqualTo(5);
    }

    @Test
    void translatesWhatAnObserverIsGiven() {
        assertThat(failure("observed").getStatus())
                .extracting(Status::getCode, Status::getDescription)
                .containsExactly(Status.Code.NOT_FOUND, "no movie observed");
    }

    @Test
    void keepsTheDetailsOfABugAndOfOtherServicesInside() {
        assertThat(failure("broken").getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
        assertThat(failure("broken").getMessage()).doesNotContain("hunter2");
        assertThat(failure("downstream").getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(failure("downstream").getMessage()).doesNotContain("10.0.0.7");
    }

    @Test
    void letsAnAnswerStandWhenTheHandlerFailsAfterwards() {
        assertThat(stub().getMetadata(request("late")).getMetadata().getTitle()).isEqualTo("first");
        assertThat(title()).isEqualTo("first");
    }

    @Test
    void failsAtOnceWhenNoInstanceIsKnown() {
        MetadataServiceGrpc.MetadataServiceBlockingStub stub =
                MetadataServiceGrpc.newBlockingStub(clients.channel("nobody")).withDeadlineAfter(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> stub.getMetadata(request("603")))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessage("UNAVAILABLE: no instance of nobody is known")
                .satisfies(
                        thrown -> assertThat(Problems.of(thrown).detail()).isEqualTo("no instance of nobody is known"));
    }

    @Test
    void namesTheServiceThatIsAwayAndNotItsAddress() {
        registry.register(new ServiceInstance("away", "x", "127.0.0.1", 0, 1, ""));
        MetadataServiceGrpc.MetadataServiceBlockingStub stub =
                MetadataServiceGrpc.newBlockingStub(clients.channel("away")).withDeadlineAfter(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> stub.getMetadata(request("603"))).satisfies(thrown -> {
            assertThat(Problems.of(thrown).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(Problems.of(thrown).detail()).isEqualTo("away is not available, try again");
        });
    }

    @Test
    void goesRoundAllInstancesAndFollowsChanges() {
        GrpcServer second = server(new Service("second"));
        second.start();
        try {
            assertThat(title()).isEqualTo("first");
            register("second", second);
            await().until(() -> title().equals("second"));
            await().until(() -> title().equals("first"));

            registry.deregister("first");
            server.close();
            await().ignoreException(StatusRuntimeException.class)
                    .untilAsserted(
                            () -> assertThat(List.of(title(), title(), title())).containsOnly("second"));
        } finally {
            second.close();
        }
    }

    @Test
    void servesTheHealthOfTheService() {
        HealthGrpc.HealthBlockingStub stub = HealthGrpc.newBlockingStub(clients.channel("metadata"));
        HealthCheckRequest everything = HealthCheckRequest.getDefaultInstance();
        HealthCheckRequest one = everything.toBuilder()
                .setService(MetadataServiceGrpc.SERVICE_NAME)
                .build();
        assertThat(stub.check(everything).getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
        health.started();
        assertThat(stub.check(everything).getStatus()).isEqualTo(ServingStatus.SERVING);
        assertThat(stub.check(one).getStatus()).isEqualTo(ServingStatus.SERVING);
        assertThatThrownBy(() -> stub.check(one.toBuilder().setService("x").build()))
                .hasMessage("NOT_FOUND: service x is not served here");
        assertThatThrownBy(() -> stub.watch(everything).next()).hasMessageStartingWith("UNIMPLEMENTED");
    }

    @Test
    void listsItsServices() {
        List<String> names = new CopyOnWriteArrayList<>();
        StreamObserver<ServerReflectionRequest> requests = ServerReflectionGrpc.newStub(clients.channel("metadata"))
                .serverReflectionInfo(new StreamObserver<>() {
                    @Override
                    public void onNext(ServerReflectionResponse response) {
                        response.getListServicesResponse().getServiceList().stream()
                                .map(ServiceResponse::getName)
                                .forEach(names::add);
                    }

                    @Override
                    public void onError(Throwable thrown) {
                        names.add("failed: " + thrown);
                    }

                    @Override
                    public void onCompleted() {}
                });
        requests.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
        requests.onCompleted();
        await().untilAsserted(
                        () -> assertThat(names).contains(MetadataServiceGrpc.SERVICE_NAME, HealthGrpc.SERVICE_NAME));
    }

    @Test
    void namesTheOptionThatMovesItFromATakenPort() {
        GrpcServer second = GrpcServer.builder("127.0.0.1", server.port()).build();
        assertThatThrownBy(second::start)
                .isInstanceOf(PortTakenException.class)
                .hasMessageContaining("port " + server.port() + " of 127.0.0.1 is taken")
                .hasMessageContaining("--grpc-port");
    }

    @Test
    void saysWhyItCanNotListen() {
        GrpcServer elsewhere = GrpcServer.builder("192.0.2.1", 0).build();
        assertThatThrownBy(elsewhere::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("can't listen on 192.0.2.1:0");
    }

    private void register(String id, GrpcServer instance) {
        registry.register(new ServiceInstance("metadata", id, "127.0.0.1", 0, instance.port(), ""));
    }

    private String title() {
        return stub().getMetadata(request("603")).getMetadata().getTitle();
    }

    private StatusRuntimeException failure(String id) {
        try {
            stub().getMetadata(request(id));
        } catch (StatusRuntimeException e) {
            return e;
        }
        throw new AssertionError("expected an error for " + id);
    }

    private MetadataServiceGrpc.MetadataServiceBlockingStub stub() {
        return MetadataServiceGrpc.newBlockingStub(clients.channel("metadata")).withDeadlineAfter(10, TimeUnit.SECONDS);
    }

    private static GetMetadataRequest request(String id) {
        return GetMetadataRequest.newBuilder().setMovieId(id).build();
    }
}
