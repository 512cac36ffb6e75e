package com.movieexample.launcher.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.movieexample.launcher.terminal.ExitCodes;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends with 0 when the call was answered, and with 1 when it was answered with an error. */
@Command(
        name = "grpc",
        description = "Call a gRPC method of a service, with JSON in and out.",
        footer = {
            "",
            "For example:",
            "  ./marquee grpc 127.0.0.1:9083 MovieService/GetMovieDetails '{\"movieId\":\"the-matrix\"}'"
        })
public final class GrpcCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "HOST:PORT", description = "where the service listens for gRPC")
    private String address;

    @Parameters(
            index = "1",
            paramLabel = "SERVICE/METHOD",
            description = "what to call, with or without the package movieexample.v1")
    private String methodName;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "JSON",
            defaultValue = "{}",
            description = "the request (default: an empty one)")
    private String request;

    @Option(
            names = "-H",
            paramLabel = "NAME:VALUE",
            description =
                    "a header (gRPC metadata) to send, for example marquee-position:ratings/3:1042; may be repeated")
    private List<String> headers = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    private final Catalogue catalogue = new Catalogue();

    @Override
    public Integer call() throws InvalidProtocolBufferException {
        MethodDescriptor<Message, Message> method = catalogue.find(methodName).orElseThrow(this::unknownMethod);
        Message message = JsonMessages.parse(request, Catalogue.emptyRequest(method));
        Metadata metadata = metadata();
        try (GrpcConnection connection = new GrpcConnection(address)) {
            return call(connection, method, message, metadata);
        }
    }

    private int call(
            GrpcConnection connection, MethodDescriptor<Message, Message> method, Message message, Metadata metadata)
            throws InvalidProtocolBufferException {
        var channel =
                ClientInterceptors.intercept(connection.channel(), MetadataUtils.newAttachHeadersInterceptor(metadata));
        try {
            // A single answer is a stream of one.
            print(ClientCalls.blockingServerStreamingCall(channel, method, CallOptions.DEFAULT, message));
            return 0;
        } catch (StatusRuntimeException e) {
            if (connection.isUnreachable(e)) {
                throw connection.failure("service", e);
            }
            err().println(e.getStatus().getCode() + ": " + e.getStatus().getDescription());
            return ExitCodes.FINDINGS;
        }
    }

    private void print(Iterator<Message> answers) throws InvalidProtocolBufferException {
        PrintWriter out = spec.commandLine().getOut();
        while (answers.hasNext()) {
            out.println(JsonMessages.print(answers.next()));
            out.flush();
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private Metadata metadata() {
        Metadata metadata = new Metadata();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon <= 0) {
                throw wrong("-H is \"" + header + "\", expected NAME:VALUE");
            }
            metadata.put(
                    Metadata.Key.of(header.substring(0, colon).trim(), Metadata.ASCII_STRING_MARSHALLER),
                    header.substring(colon + 1).trim());
        }
        return metadata;
    }

    private ParameterException unknownMethod() {
        return wrong("there is no method \"" + methodName + "\", expected one of\n  "
                + String.join("\n  ", catalogue.names()));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
