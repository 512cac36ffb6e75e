package com.movieexample.launcher.instances;

import com.movieexample.launcher.process.ChildMarquee;
import com.movieexample.testkit.TestBroker;
import com.movieexample.testkit.consul.StandInConsul;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Services as processes of their own, on the shared broker, that find each other by a stand-in for Consul. */
final class Instances implements AutoCloseable {
    private final Path folder;
    private final String topicPrefix;
    private final StandInConsul consul;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ChildMarquee> children = new ArrayList<>();
    private final Map<String, ManagedChannel> channels = new HashMap<>();

    Instances(Path folder, String topicPrefix) {
        this.folder = folder;
        this.topicPrefix = topicPrefix;
        this.consul = StandInConsul.start();
    }

    String consul() {
        return consul.address();
    }

    void stopConsul() {
        consul.stop();
    }

    /** As an agent that has lost its data. */
    void bringConsulBackEmpty() {
        consul.forget();
        consul.resume();
    }

    /** Does not wait until it is ready. */
    ChildMarquee start(String command) throws IOException {
        List<String> arguments = List.of(
                command,
                "--data=" + folder.resolve(command + "-" + children.size()),
                "--bootstrap-servers=" + TestBroker.bootstrapServers(),
                "--topic-prefix=" + topicPrefix,
                "--consul=" + consul(),
                "--port=0",
                "--grpc-port=0");
        ChildMarquee child = ChildMarquee.start(folder, arguments);
        children.add(child);
        return child;
    }

    /** To one instance of a service. */
    ManagedChannel channel(ChildMarquee child, String service) {
        return channels.computeIfAbsent(
                child.grpcAddress(service),
                address -> Grpc.newChannelBuilder(address, InsecureChannelCredentials.create())
                        .build());
    }

    /** To one instance of a service. */
    HttpResponse<String> send(ChildMarquee child, String service, String path, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        URI address = URI.create("http://" + child.address(service) + path);
        return http.send(request.uri(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
        children.forEach(ChildMarquee::close);
        consul.close();
    }
}
