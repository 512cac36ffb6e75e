package com.movieexample.launcher.producing;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.launcher.process.RunningMarquee;
import com.movieexample.testkit.SkipOrFail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code docs/producing.md}, as they are written there, with the programs that they are for. */
class ProducingExamplesIT {
    private static final Path MARQUEE_FOLDER = Path.of("..").toAbsolutePath().normalize();

    private static RunningMarquee marquee;
    private static RouterRecord router;
    private static ProducingPage page;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        page = ProducingPage.in(MARQUEE_FOLDER);
        marquee = RunningMarquee.start(data);
        router = new RouterRecord(marquee);
    }

    @AfterAll
    static void stop() throws Exception {
        marquee.close();
    }

    @Test
    void kcatRatesAsThePageSays() throws Exception {
        need("kcat, protoc and curl", "type -P kcat protoc curl");

        ratesAsThePageSays("kcat");
    }

    @Test
    void nodeRatesAsThePageSays() throws Exception {
        need("node, npm with its registry within reach, and curl", "type -P node npm curl && npm view kafkajs version");

        ratesAsThePageSays("Node");
    }

    @Test
    void pythonRatesAsThePageSays() throws Exception {
        need(
                "protoc, curl, and confluent_kafka and google.protobuf in /usr/bin/python3",
                "type -P protoc curl && /usr/bin/python3 -c 'import confluent_kafka, google.protobuf'");

        ratesAsThePageSays("Python");
    }

    private void ratesAsThePageSays(String title) throws Exception {
        PageExample example = page.example(title);
        List<String> before = router.counts();

        ShellRun run = run(example.script(), "example");

        assertThat(run.succeeded()).as("%s", run).isTrue();
        assertThat(router.counts()).as("misplaced and bad events").isEqualTo(before);
        assertThat(run.out()).isNotEmpty().isEqualTo(example.answers());
    }

    private void need(String programs, String check) throws Exception {
        ShellRun found = run(check, "need");
        SkipOrFail.unless(found.succeeded(), "needs " + programs + ": " + found.err());
    }

    private ShellRun run(String script, String name) throws Exception {
        Map<String, String> variables = Map.of(
                "BOOTSTRAP_SERVERS", marquee.addresses().bootstrapServers(),
                "RATING_URL", "http://" + marquee.addresses().rating().http(),
                "TMPDIR", folder.toString());
        return ShellRun.of(script, MARQUEE_FOLDER, Files.createDirectory(folder.resolve(name)), variables);
    }
}
