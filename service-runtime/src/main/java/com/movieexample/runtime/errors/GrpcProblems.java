package com.movieexample.runtime.errors;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Problems as gRPC carries them: a status with {@code google.rpc} details. {@code ErrorInfo} names the
 * {@link ErrorKind} and has the problem's members, {@code BadRequest} names the field, {@code RetryInfo} when to try again.
 */
public final class GrpcProblems {
    private static final String DOMAIN = "marquee.movieexample.com";
    private static final String FIELD = "field";
    private static final String VALUE = "value";
    private static final String EXPECTED = "expected";

    private GrpcProblems() {}

    public static StatusRuntimeException write(Problem problem) {
        com.google.rpc.Status.Builder status = com.google.rpc.Status.newBuilder()
                .setCode(problem.kind().grpcCode().value())
                .setMessage(problem.detail())
                .addDetails(Any.pack(errorInfo(problem)));
        problem.invalidField().ifPresent(invalid -> status.addDetails(Any.pack(badRequest(invalid))));
        problem.retryAfter().ifPresent(after -> status.addDetails(Any.pack(retryInfo(after))));
        return StatusProto.toStatusRuntimeException(status.build());
    }

    /** The problem that {@link #write} made this of; empty for any other status. */
    public static Optional<Problem> read(Status status, Metadata trailers) {
        if (trailers == null) {
            return Optional.empty();
        }
        com.google.rpc.Status details = StatusProto.fromStatusAndTrailers(status, trailers);
        return detail(details, ErrorInfo.class)
                .filter(info -> info.getDomain().equals(DOMAIN))
                .flatMap(info -> ErrorKind.ofName(info.getReason()))
                .map(kind -> new Problem(
                        kind,
                        details.getMessage(),
                        detail(details, ErrorInfo.class).flatMap(GrpcProblems::invalidField),
                        detail(details, RetryInfo.class).map(GrpcProblems::retryAfter),
                        detail(details, ErrorInfo.class)
                                .map(GrpcProblems::members)
                                .orElse(Map.of())));
    }

    private static ErrorInfo errorInfo(Problem problem) {
        ErrorInfo.Builder info = ErrorInfo.newBuilder()
                .setReason(problem.kind().name())
                .setDomain(DOMAIN)
                .putAllMetadata(problem.members());
        problem.invalidField()
                .ifPresent(invalid -> info.putMetadata(FIELD, invalid.field())
                        .putMetadata(VALUE, invalid.value())
                        .putMetadata(EXPECTED, invalid.expected()));
        return info.build();
    }

    private static Optional<Problem.InvalidField> invalidField(ErrorInfo info) {
        return Optional.ofNullable(info.getMetadataMap().get(FIELD))
                .map(field -> new Problem.InvalidField(
                        field, info.getMetadataOrDefault(VALUE, ""), info.getMetadataOrDefault(EXPECTED, "")));
    }

    private static Map<String, String> members(ErrorInfo info) {
        Map<String, String> members = new HashMap<>(info.getMetadataMap());
        members.keySet().removeAll(Set.of(FIELD, VALUE, EXPECTED));
        return members;
    }

    private static BadRequest badRequest(Problem.InvalidField invalid) {
        return BadRequest.newBuilder()
                .addFieldViolations(BadRequest.FieldViolation.newBuilder()
                        .setField(invalid.field())
                        .setDescription("is \"" + invalid.value() + "\", expected " + invalid.expected()))
                .build();
    }

    private static RetryInfo retryInfo(Duration after) {
        return RetryInfo.newBuilder()
                .setRetryDelay(Durations.fromMillis(after.toMillis()))
                .build();
    }

    private static Duration retryAfter(RetryInfo info) {
        return Duration.ofMillis(Durations.toMillis(info.getRetryDelay()));
    }

    private static <T extends Message> Optional<T> detail(com.google.rpc.Status status, Class<T> type) {
        return status.getDetailsList().stream()
                .filter(any -> any.is(type))
                .findFirst()
                .flatMap(any -> unpacked(any, type));
    }

    private static <T extends Message> Optional<T> unpacked(Any any, Class<T> type) {
        try {
            return Optional.of(any.unpack(type));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }
}
