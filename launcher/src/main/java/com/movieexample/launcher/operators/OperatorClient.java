package com.movieexample.launcher.operators;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.DescribeViewsRequest;
import com.movieexample.api.v1.DescribeViewsResponse;
import com.movieexample.api.v1.OperatorServiceGrpc;
import com.movieexample.launcher.grpc.GrpcConnection;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks a process for its views.
 *
 * @param service the name it should have
 * @param address of its gRPC, {@code host:port}
 */
public record OperatorClient(String service, String address) {
    private static final int ANSWERED_WITHIN_S = 5;

    /**
     * That a process does not answer is told like the rest.
     *
     * @throws InvalidInputException unless the address is {@code host:port}
     */
    public ProcessViews ask() {
        try (GrpcConnection connection = new GrpcConnection(address)) {
            try {
                DescribeViewsResponse answer = OperatorServiceGrpc.newBlockingStub(connection.channel())
                        .withDeadlineAfter(ANSWERED_WITHIN_S, TimeUnit.SECONDS)
                        .describeViews(DescribeViewsRequest.getDefaultInstance());
                return new ProcessViews(answer.getService(), address, answer.getViewsList(), Optional.empty());
            } catch (StatusRuntimeException e) {
                String silence = connection.failure(service, e).getMessage();
                return new ProcessViews(service, address, List.of(), Optional.of(silence));
            }
        }
    }
}
