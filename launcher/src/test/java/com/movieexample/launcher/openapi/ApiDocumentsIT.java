package com.movieexample.launcher.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.launcher.process.Addresses;
import com.movieexample.launcher.process.RunningMarquee;
import com.movieexample.launcher.producing.ShellRun;
import com.movieexample.testkit.RawTopic;
import com.movieexample.testkit.SkipOrFail;
import com.movieexample.testkit.openapi.Operation;
import com.movieexample.testkit.openapi.ServedApi;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Partitioning;
import com.movieexample.topics.RecordKey;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI documents of all services, as they are served. */
@Timeout(120)
class ApiDocumentsIT {
    /** Their examples are the same for every service, and so can't show what one of them says. */
    private static final Set<String> WITHOUT_EXAMPLE =
            Set.of("getLiveness", "getReadiness", "getMetrics", "getOpenApiDocument", "getDocs", "getDocsFile");

    /** Prints what a page has become once its scripts are done. The profile is new, and nothing is fetched but the page. */
    private static final String BROWSER = "chromium --headless=new --no-sandbox --disable-gpu --no-first-run "
            + "--disable-background-networking --disable-component-update --disable-sync --user-data-dir=profile "
            + "--enable-logging=stderr --virtual-time-budget=8000 --dump-dom ";

    private static final String LINTER = "npx --yes @redocly/cli@1.34.20 ";
    private static final String DOCUMENT = "/openapi.json";
    private static final int PARTITIONS = 6;

    private static RunningMarquee marquee;
    private static HttpClient http;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        marquee = RunningMarquee.start(data);
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() throws Exception {
        marquee.close();
    }

    /** In the order in which one writes and the others read. */
    private static Map<String, Addresses.Service> services() {
        Map<String, Addresses.Service> services = new LinkedHashMap<>();
        services.put("metadata-service", marquee.addresses().metadata());
        services.put("rating-ingester", marquee.addresses().rating());
        services.put("movie-query", marquee.addresses().movie());
        services.put("rating-aggregator", marquee.addresses().aggregator());
        return services;
    }

    private static String document(Addresses.Service service) throws Exception {
        HttpResponse<String> answer = marquee.get(service, DOCUMENT);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        return answer.body();
    }

    @Test
    void everyExampleIsAnsweredAsItSays() throws Exception {
        addDeadLetters();
        CarriedValues carried = new CarriedValues();
        for (Addresses.Service service : services().values()) {
            ServedApi api = ServedApi.of(document(service));
            for (Operation operation : api.operations()) {
                List<ApiExample> examples = ApiExample.of(operation);
                assertThat(examples)
                        .as("example requests of %s", operation.id())
                        .isNotEmpty();
                assertThat(examples).extracting(ApiExample::name).containsAll(ApiExample.answers(operation));
                for (ApiExample example : examples) {
                    run(service, api, carried, example);
                }
            }
        }
    }

    private static void run(Addresses.Service service, ServedApi api, CarriedValues carried, ApiExample example)
            throws Exception {
        Operation operation = example.operation();
        HttpRequest request = example.request("http://" + service.http(), carried.of(operation));
        HttpResponse<String> answer = http.send(request, FirstEvent.orAll());

        assertThat(answer.statusCode()).as("%s: %s", example, answer.body()).isEqualTo(example.status());
        api.check(operation.method(), request.uri().getRawPath(), answer);
        if (!WITHOUT_EXAMPLE.contains(operation.id())) {
            if (example.answer().isPresent()) {
                new ExampleAnswer(example.body() + request.uri().getQuery())
                        .requireLike(example.answer().get(), answer.body());
            } else {
                assertThat(answer.body()).as("%s", example).isEmpty();
            }
        }
        carried.take(operation, answer);
    }

    /** What the examples of dead letters are about. */
    private static void addDeadLetters() throws Exception {
        byte[] offScale = RatingEvent.newBuilder()
                .setRecordType("movie")
                .setRecordId("604")
                .setUserId("neo")
                .setValue(900)
                .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
                .build()
                .toByteArray();
        byte[] key = RecordKey.movie("604").bytes();
        KafkaClients clients = new KafkaClients(marquee.addresses().bootstrapServers(), Map.of());
        RawTopic ratings = new RawTopic(clients, "ratings");
        int partition = Partitioning.partitionOf(key, PARTITIONS);
        ratings.append(List.of(ratings.entry(partition, key, offScale), ratings.entry(partition, key, offScale)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> marquee.get(marquee.addresses().rating(), "/v1/dead-letters")
                                .body()
                                .split("\"origin\"", -1)
                                .length
                        == 3);
    }

    /** Its rules are in {@code redocly.yaml}, each that is off with the reason. */
    @Test
    void thePublicLinterFindsNothingWrong(@TempDir Path folder) throws Exception {
        ShellRun found = run(LINTER + "--version", folder, "need");
        SkipOrFail.unless(found.succeeded(), "needs node 18.17 or later, npm and its registry: " + found.err());
        for (Map.Entry<String, Addresses.Service> service : services().entrySet()) {
            Files.writeString(folder.resolve(service.getKey() + ".json"), legible(document(service.getValue())), UTF_8);
        }
        Path rules = Path.of("src/test/openapi/redocly.yaml").toAbsolutePath();

        ShellRun linted = run(LINTER + "lint --max-problems 1000 --config '" + rules + "' *.json", folder, "lint");

        assertThat(linted.succeeded()).as("%s", linted).isTrue();
        assertThat(linted.err()).contains("Your API descriptions are valid");
    }

    /** In lines, so that the linter can point at them. */
    private static String legible(String json) throws Exception {
        return new ObjectMapper().readTree(json).toPrettyString();
    }

    /** One page for all services. A browser says on its console what it refuses to load or to run. */
    @Test
    void aBrowserShowsEveryOperationAndRefusesNothing(@TempDir Path folder) throws Exception {
        SkipOrFail.unless(run("type -P chromium", folder, "need").succeeded(), "needs chromium");
        Addresses.Service service = marquee.addresses().rating();

        ShellRun shown = run(BROWSER + "http://" + service.http() + "/docs", folder, "docs");

        assertThat(shown.succeeded()).as("%s", shown).isTrue();
        assertThat(shown.err()).doesNotContain("CONSOLE");
        assertThat(ServedApi.of(document(service)).operations())
                .allSatisfy(operation ->
                        assertThat(shown.out()).containsPattern("id=\"operations-[A-Za-z_]+-" + operation.id() + "\""));
    }

    private static ShellRun run(String script, Path folder, String name) throws Exception {
        return ShellRun.of(
                script,
                folder,
                Files.createDirectory(folder.resolve(name)),
                Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"));
    }
}
