package com.movieexample.launcher.process;

import com.movieexample.launcher.settings.CommandSettings;
import com.movieexample.runtime.config.Configuration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Everything in this process, on free ports, with a little HTTP client. */
public final class RunningMarquee implements AutoCloseable {
    static final List<String> FREE_PORTS = List.of(
            "--broker-port=0",
            "--controller-port=0",
            "--metadata-port=0",
            "--metadata-grpc-port=0",
            "--rating-port=0",
            "--rating-grpc-port=0",
            "--movie-port=0",
            "--movie-grpc-port=0",
            "--aggregator-port=0",
            "--aggregator-grpc-port=0");

    private final HttpClient http = HttpClient.newHttpClient();
    private final DataFolder data;
    private final AllInOne marquee;
    private final Addresses addresses;

    private RunningMarquee(DataFolder data, AllInOne marquee, Addresses addresses) {
        this.data = data;
        this.marquee = marquee;
        this.addresses = addresses;
    }

    public static RunningMarquee start(Path folder, String... options) throws Exception {
        DataFolder data = DataFolder.open(folder, false);
        AllInOne marquee = new AllInOne(configuration(options), data, new Silent());
        try {
            return new RunningMarquee(data, marquee, marquee.start());
        } catch (Exception e) {
            data.close();
            throw e;
        }
    }

    /** As the command line of {@code up} would make it. */
    static Configuration configuration(String... options) {
        CommandSettings settings = CommandSettings.allInOne();
        CommandSpec spec = CommandSpec.create();
        settings.addTo(spec);
        List<String> arguments = new ArrayList<>(FREE_PORTS);
        arguments.addAll(List.of(options));
        return settings.load(
                new CommandLine(spec).setOverwrittenOptionsAllowed(true).parseArgs(arguments.toArray(String[]::new)));
    }

    /** Where nobody listens. */
    public static String closedAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }

    public Addresses addresses() {
        return addresses;
    }

    public HttpResponse<String> get(Addresses.Service service, String path, String... headers) throws Exception {
        return send(request(service, path, headers).GET());
    }

    public HttpResponse<String> put(Addresses.Service service, String path, String body, String... headers)
            throws Exception {
        return send(request(service, path, headers).PUT(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> delete(Addresses.Service service, String path, String... headers) throws Exception {
        return send(request(service, path, headers).DELETE());
    }

    private static HttpRequest.Builder request(Addresses.Service service, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + service.http() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException {
        marquee.close();
        data.close();
    }

    private static final class Silent implements Announcer {
        @Override
        public void started(String name, String where) {}

        @Override
        public void waiting(String why) {}
    }
}
