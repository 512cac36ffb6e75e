package com.movieexample.launcher.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.api.Positions;
import com.movieexample.api.v1.DescribeViewsRequest;
import com.movieexample.api.v1.OperatorServiceGrpc;
import com.movieexample.launcher.process.Addresses;
import com.movieexample.launcher.process.RunningMarquee;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A Marquee that has had some traffic of each kind, and what each of its services shows after it. */
final class MonitoredMarquee implements AutoCloseable {
    private final RunningMarquee marquee;

    private MonitoredMarquee(RunningMarquee marquee) {
        this.marquee = marquee;
    }

    static MonitoredMarquee start(Path folder) throws Exception {
        MonitoredMarquee monitored = new MonitoredMarquee(RunningMarquee.start(folder));
        try {
            monitored.sendTraffic();
            return monitored;
        } catch (Exception e) {
            monitored.close();
            throw e;
        }
    }

    private void sendTraffic() throws Exception {
        Addresses at = marquee.addresses();
        assertThat(marquee.put(at.metadata(), "/v1/metadata/603", "{\"title\":\"The Matrix\"}")
                        .statusCode())
                .isEqualTo(200);
        String position = marquee.put(at.rating(), "/rating?id=603&userId=7&value=4.5", "")
                .headers()
                .firstValue(Positions.HEADER)
                .orElseThrow();
        assertThat(marquee.put(at.rating(), "/rating?id=603&userId=7&value=99", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(marquee.get(at.movie(), "/v1/movies/603", Positions.HEADER, position)
                        .statusCode())
                .isEqualTo(200);
        assertThat(marquee.get(at.rating(), "/v1/records/movie/603/rating").statusCode())
                .isEqualTo(200);
        for (Addresses.Service service : services().values()) {
            assertThat(marquee.get(service, "/health/ready").statusCode()).isEqualTo(200);
            describeViews(service);
        }
        // Pauses are shown from the first one on.
        System.gc();
        for (Addresses.Service service : services().values()) {
            awaitShown(service, "jvm_gc_pause_seconds_count{");
            // A request is counted after its answer is sent.
            awaitShown(service, "http_server_requests_seconds_count{method=\"GET\",route=\"/health/ready\"");
        }
    }

    private void awaitShown(Addresses.Service service, String text) {
        await().until(() -> marquee.get(service, "/metrics").body().contains(text));
    }

    private static void describeViews(Addresses.Service service) {
        ManagedChannel channel = Grpc.newChannelBuilder(service.grpc(), InsecureChannelCredentials.create())
                .build();
        try {
            OperatorServiceGrpc.newBlockingStub(channel).describeViews(DescribeViewsRequest.getDefaultInstance());
        } finally {
            channel.shutdownNow();
        }
    }

    /** In the order in which the page names them. */
    private Map<String, Addresses.Service> services() {
        Addresses at = marquee.addresses();
        Map<String, Addresses.Service> services = new LinkedHashMap<>();
        services.put("metadata", at.metadata());
        services.put("rating", at.rating());
        services.put("movie", at.movie());
        services.put("rating-aggregator", at.aggregator());
        return services;
    }

    List<Scrape> scrapes() throws Exception {
        List<Scrape> scrapes = new ArrayList<>();
        for (Map.Entry<String, Addresses.Service> service : services().entrySet()) {
            scrapes.add(new Scrape(
                    service.getKey(),
                    marquee.get(service.getValue(), "/metrics").body()));
        }
        return scrapes;
    }

    /** The labels of each series' name, over all services. */
    static Map<String, Set<String>> labels(List<Scrape> scrapes) {
        Map<String, Set<String>> labels = new TreeMap<>();
        for (Scrape scrape : scrapes) {
            scrape.labels()
                    .forEach((name, own) -> labels.computeIfAbsent(name, first -> new TreeSet<>())
                            .addAll(own));
        }
        return labels;
    }

    @Override
    public void close() throws IOException {
        marquee.close();
    }
}
