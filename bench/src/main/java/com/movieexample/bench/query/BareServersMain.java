package com.movieexample.bench.query;

import com.movieexample.api.v1.GetMovieDetailsRequest;
import com.movieexample.api.v1.GetMovieDetailsResponse;
import com.movieexample.api.v1.MovieServiceGrpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The baselines: the same Javalin and the same gRPC with nothing behind them, each giving one prepared answer to every
 * request. Arguments: files with the JSON and with the message.
 */
final class BareServersMain {
    static final String READY = "bare servers at ";

    private BareServersMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        byte[] json = Files.readAllBytes(Path.of(arguments[0]));
        GetMovieDetailsResponse message = GetMovieDetailsResponse.parseFrom(Files.readAllBytes(Path.of(arguments[1])));
        Javalin http = startHttp(json);
        Server grpc = startGrpc(message);
        System.out.println(READY + http.port() + " " + grpc.getPort());
        new CountDownLatch(1).await();
    }

    private static Javalin startHttp(byte[] json) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = 0;
                    config.routes.get(
                            "/v1/movies/{id}",
                            context -> context.contentType("application/json").result(json));
                })
                .start();
    }

    private static Server startGrpc(GetMovieDetailsResponse message) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return NettyServerBuilder.forAddress(address, InsecureServerCredentials.create())
                .directExecutor()
                .addService(new Movies(message))
                .build()
                .start();
    }

    private static final class Movies extends MovieServiceGrpc.MovieServiceImplBase {
        private final GetMovieDetailsResponse message;

        private Movies(GetMovieDetailsResponse message) {
            this.message = message;
        }

        @Override
        public void getMovieDetails(GetMovieDetailsRequest request, StreamObserver<GetMovieDetailsResponse> answer) {
            answer.onNext(message);
            answer.onCompleted();
        }
    }
}
