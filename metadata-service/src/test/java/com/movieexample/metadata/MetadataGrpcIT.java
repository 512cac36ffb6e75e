package com.movieexample.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.Position;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.BatchGetMetadataRequest;
import com.movieexample.api.v1.BatchGetMetadataResponse;
import com.movieexample.api.v1.DeleteMetadataRequest;
import com.movieexample.api.v1.GetMetadataRequest;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.MetadataServiceGrpc.MetadataServiceBlockingStub;
import com.movieexample.api.v1.PutMetadataRequest;
import com.movieexample.runtime.errors.GrpcProblems;
import com.movieexample.runtime.errors.Problem.InvalidField;
import com.movieexample.runtime.positions.CallPositions;
import com.movieexample.testkit.HttpCaller;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.provisioning.MarqueeLog;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same over gRPC. */
class MetadataGrpcIT {
    @TempDir
    private static Path folder;

    private static MarqueeLog log;
    private static MetadataProcess service;
    private static HttpCaller http;

    @BeforeAll
    static void start() throws Exception {
        log = TestLogs.open("metadata-grpc", 1);
        service = MetadataProcess.start(log, folder).awaitReady();
        http = service.http();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Position position(HttpResponse<String> put) {
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        return Position.parse(put.headers().firstValue("Marquee-Position").orElseThrow());
    }

    @Test
    void putsAndGets() {
        Metadata metadata = Metadata.newBuilder()
                .setId("grpc/1")
                .setTitle("Alien")
                .setYear(1979)
                .addGenres("Horror")
                .build();

        String position = service.grpc()
                .putMetadata(
                        PutMetadataRequest.newBuilder().setMetadata(metadata).build())
                .getPosition();

        assertThat(Position.parse(position).topic())
                .isEqualTo(log.topics().movieMetadata().name());
        GetMetadataRequest request =
                GetMetadataRequest.newBuilder().setMovieId("grpc/1").build();
        await().ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .untilAsserted(
                        () -> assertThat(service.grpc().getMetadata(request).getMetadata())
                                .isEqualTo(metadata));
    }

    @Test
    void refusesWhatBreaksARule() {
        Metadata untitled = Metadata.newBuilder().setId("x").build();
        PutMetadataRequest request =
                PutMetadataRequest.newBuilder().setMetadata(untitled).build();

        assertThatThrownBy(() -> service.grpc().putMetadata(request))
                .isInstanceOfSatisfying(StatusRuntimeException.class, e -> {
                    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(GrpcProblems.read(e.getStatus(), e.getTrailers())
                                    .orElseThrow()
                                    .invalidField())
                            .contains(new InvalidField("title", "", "a title"));
                });
    }

    @Test
    void deletes() throws Exception {
        Position put = position(http.put("/v1/metadata/grpc-gone", "{\"title\":\"Gone\"}"));

        String position = service.grpc()
                .deleteMetadata(DeleteMetadataRequest.newBuilder()
                        .setMovieId("grpc-gone")
                        .build())
                .getPosition();

        assertThat(Position.parse(position).offset()).isGreaterThan(put.offset());
        assertThat(http.get("/v1/metadata/grpc-gone", "Marquee-Position", position)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void manyAreFoundForWhoeverCarriesThePosition() throws Exception {
        Position put = position(http.put("/v1/metadata/batch", "{\"title\":\"Batch\"}"));
        BatchGetMetadataRequest request = BatchGetMetadataRequest.newBuilder()
                .addMovieIds("nowhere")
                .addMovieIds("batch")
                .build();

        BatchGetMetadataResponse read = service.grpc()
                .withInterceptors(CallPositions.carrying(new Positions(List.of(put))))
                .batchGetMetadata(request);

        assertThat(read.getFoundList()).extracting(Metadata::getTitle).containsExactly("Batch");
        assertThat(read.getMissingList()).containsExactly("nowhere");
    }

    @Test
    void eachAnswerCarriesItsPosition() {
        AtomicReference<io.grpc.Metadata> headers = new AtomicReference<>();
        MetadataServiceBlockingStub grpc = service.grpc()
                .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()));
        Metadata film =
                Metadata.newBuilder().setId("carried").setTitle("Carried").build();

        String put = grpc.putMetadata(
                        PutMetadataRequest.newBuilder().setMetadata(film).build())
                .getPosition();
        assertThat(position(headers)).hasToString(put);

        MetadataServiceBlockingStub carrying = grpc.withInterceptors(CallPositions.carrying(Positions.parse(put)));
        carrying.getMetadata(
                GetMetadataRequest.newBuilder().setMovieId("carried").build());
        assertThat(position(headers)).isGreaterThanOrEqualTo(Position.parse(put));

        carrying.batchGetMetadata(
                BatchGetMetadataRequest.newBuilder().addMovieIds("carried").build());
        assertThat(position(headers)).isGreaterThanOrEqualTo(Position.parse(put));

        String deleted = grpc.deleteMetadata(
                        DeleteMetadataRequest.newBuilder().setMovieId("carried").build())
                .getPosition();
        assertThat(position(headers)).hasToString(deleted);
    }

    private static Position position(AtomicReference<io.grpc.Metadata> headers) {
        return Position.parse(headers.get()
                .get(io.grpc.Metadata.Key.of("marquee-position", io.grpc.Metadata.ASCII_STRING_MARSHALLER)));
    }

    @Test
    void aPositionBeyondTheLogIsRefused() {
        String topic = log.topics().movieMetadata().name();
        MetadataServiceBlockingStub carrying =
                service.grpc().withInterceptors(CallPositions.carrying(Positions.parse(topic + "/0:123456789")));
        GetMetadataRequest one =
                GetMetadataRequest.newBuilder().setMovieId("nowhere").build();
        BatchGetMetadataRequest many =
                BatchGetMetadataRequest.newBuilder().addMovieIds("nowhere").build();

        assertThatThrownBy(() -> carrying.getMetadata(one)).hasMessageStartingWith("INVALID_ARGUMENT");
        assertThatThrownBy(() -> carrying.batchGetMetadata(many)).hasMessageStartingWith("INVALID_ARGUMENT");
    }
}
