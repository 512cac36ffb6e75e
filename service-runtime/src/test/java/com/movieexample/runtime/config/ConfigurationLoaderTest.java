package com.movieexample.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationLoaderTest {
    private static final Setting<Integer> PORT =
            Setting.integer("http.port", 8081, 0, 65535, "HTTP port").cli("--port");
    private static final Setting<Duration> WAIT = Setting.duration("read.wait", Duration.ofSeconds(2), "longest wait");
    private static final Setting<Optional<String>> TOKEN = Setting.secret("consul.token", "ACL token");
    private static final Settings SETTINGS =
            Settings.of(PORT, WAIT, TOKEN).withPrefixes("kafka.", "streams.", "scale.");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("marquee.conf");
    }

    @Test
    void takesTheCommandLineOverTheEnvironmentOverTheFileOverTheDefault() throws IOException {
        Files.writeString(file, "http.port = 1\nread.wait = 3s\nconsul.token = of-file\n");
        Map<String, String> environment = Map.of("MARQUEE_HTTP_PORT", "2", "MARQUEE_READ_WAIT", "4s");

        Configuration configuration =
                ConfigurationLoader.load(SETTINGS, Map.of("http.port", "3"), environment, Optional.of(file));

        assertThat(configuration.get(PORT)).isEqualTo(3);
        assertThat(configuration.get(WAIT)).isEqualTo(Duration.ofSeconds(4));
        assertThat(configuration.get(TOKEN)).contains("of-file");
        assertThat(of(Map.of()).get(PORT)).isEqualTo(8081);
    }

    @Test
    void handsOnFamiliesOfKeysWithoutTheirPrefix() {
        Map<String, String> environment = Map.of(
                "MARQUEE_KAFKA_SECURITY_PROTOCOL", "SSL", "MARQUEE_STREAMS_NUM_STREAM_THREADS", "2", "PATH", "/bin");

        Configuration configuration =
                ConfigurationLoader.load(SETTINGS, Map.of("scale.series", "1..10/1"), environment, Optional.empty());

        assertThat(configuration.withPrefix("kafka.")).containsExactly(Map.entry("security.protocol", "SSL"));
        assertThat(configuration.withPrefix("streams.")).containsExactly(Map.entry("num.stream.threads", "2"));
        assertThat(configuration.withPrefix("scale.")).containsExactly(Map.entry("series", "1..10/1"));
    }

    @Test
    void leavesDeclaredSettingsOutOfTheirFamily() {
        Setting<String> brokers = Setting.text("kafka.bootstrap.servers", "localhost:9092", "brokers");
        Settings settings = Settings.of(brokers).withPrefixes("kafka.");

        Configuration configuration = ConfigurationLoader.load(
                settings, Map.of("kafka.bootstrap.servers", "a:1", "kafka.client.id", "x"), Map.of(), Optional.empty());

        assertThat(configuration.withPrefix("kafka.")).containsOnlyKeys("client.id");
        assertThat(configuration.get(brokers)).isEqualTo("a:1");
    }

    @Test
    void namesEveryProblemAtOnce() throws IOException {
        Files.writeString(file, "# ports\nhtp.port = 1\nread.wait = 3s\nread.wait = 4s\nnonsense\n");
        Map<String, String> environment = Map.of("MARQUEE_HTTP_PROT", "2", "MARQUEE_JAVA_OPTS", "-Xmx1g");

        problems(Map.of("http.port", "70000"), environment)
                .containsExactly(
                        "file " + file + ":4: read.wait was set in line 3 already, expected once",
                        "file " + file + ":5: expected key = value",
                        "file " + file + ":2: unknown key htp.port, did you mean http.port?",
                        "environment MARQUEE_HTTP_PROT: unknown name, did you mean MARQUEE_HTTP_PORT?",
                        "--port is \"70000\", expected a whole number from 0 to 65535");
    }

    @Test
    void guessesNothingWhenNoKeyIsNear() {
        problems(Map.of("completely.different", "1"), Map.of())
                .containsExactly("file " + file + ": not found", "command line: unknown key completely.different");
    }

    @Test
    void refusesAPrefixWithoutAKey() throws IOException {
        Files.createFile(file);
        problems(Map.of("kafka.", "1"), Map.of()).containsExactly("command line: unknown key kafka.");
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws IOException {
        Files.write(file, new byte[] {'a', '=', (byte) 0xff});
        problems(Map.of(), Map.of()).containsExactly("file " + file + ": not UTF-8");
    }

    @Test
    void keepsEqualsSignsAndHashesOfAValue() throws IOException {
        Files.writeString(file, "consul.token = a=b#c é\n");
        assertThat(ConfigurationLoader.load(SETTINGS, Map.of(), Map.of(), Optional.of(file))
                        .get(TOKEN))
                .contains("a=b#c é");
    }

    @Test
    void asksForRequiredSettings() {
        Settings settings = Settings.of(Setting.requiredText("cluster.name", "name"));
        assertThatThrownBy(() -> ConfigurationLoader.load(settings, Map.of(), Map.of(), Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("cluster.name is not set, expected text that is not empty; "
                        + "set it with --cluster-name, MARQUEE_CLUSTER_NAME or in the file");
    }

    @Test
    void doesNotShowABadSecret() {
        Setting<Optional<String>> pin = Setting.secret("pin", "secret number")
                .matching(text -> text.orElse("0").matches("[0-9]+"), "digits");
        assertThatThrownBy(() -> ConfigurationLoader.load(
                        Settings.of(pin), Map.of("pin", "hunter2"), Map.of(), Optional.empty()))
                .hasMessage("--pin is not valid, expected digits");
    }

    @Test
    void describesEachSettingAndItsSourceAndMasksSecrets() throws IOException {
        Files.writeString(file, "consul.token = t0psecret\n");
        Configuration configuration = ConfigurationLoader.load(
                SETTINGS,
                Map.of("kafka.sasl.jaas.config", "login password=x", "kafka.acks", "all"),
                Map.of("MARQUEE_READ_WAIT", "4s"),
                Optional.of(file));

        assertThat(configuration.describe())
                .containsExactly(
                        "consul.token = ***   (from: file " + file + ":1)",
                        "http.port = 8081   (from: default)",
                        "kafka.acks = all   (from: command line)",
                        "kafka.sasl.jaas.config = ***   (from: command line)",
                        "read.wait = 4s   (from: environment MARQUEE_READ_WAIT)");
        assertThat(configuration.describeGiven())
                .isEqualTo("consul.token=***, kafka.acks=all, kafka.sasl.jaas.config=***, read.wait=4s");
    }

    @Test
    void passesOverWhatOtherProcessesDeclareButOnTheCommandLine() throws IOException {
        Settings others =
                Settings.of(Setting.text("broker.port", "9092", "port")).withPrefixes("address.");
        Settings settings = SETTINGS.besides(others);
        Files.writeString(file, "broker.port = 1\naddress.movie = a:1\nhttp.port = 2\n");
        Map<String, String> environment = Map.of("MARQUEE_BROKER_PORT", "1", "MARQUEE_ADDRESS_MOVIE", "a:1");

        Configuration configuration = ConfigurationLoader.load(settings, Map.of(), environment, Optional.of(file));

        assertThat(configuration.get(PORT)).isEqualTo(2);
        assertThat(configuration.describe()).noneMatch(line -> line.contains("broker") || line.contains("address"));
        assertThatThrownBy(() ->
                        ConfigurationLoader.load(settings, Map.of("broker.port", "1"), Map.of(), Optional.empty()))
                .hasMessage("command line: unknown key broker.port");
    }

    @Test
    void namesAValueAsItWasGiven() throws IOException {
        Files.writeString(file, "http.port = x\n");

        problems(Map.of("read.wait", "5"), Map.of("MARQUEE_READ_WAIT", "6"))
                .allMatch(problem -> problem.contains(", expected a "))
                .extracting(problem -> problem.substring(0, problem.indexOf(", expected")))
                .containsExactly(
                        "file " + file + ":1: http.port is \"x\"",
                        "MARQUEE_READ_WAIT is \"6\"",
                        "--read-wait is \"5\"");
    }

    @Test
    void refusesToReadWhatWasNotDeclared() {
        Setting<Boolean> other = Setting.flag("other", false, "not declared");
        assertThatThrownBy(() -> of(Map.of()).get(other)).hasMessage("other is not a declared setting");
    }

    private static Configuration of(Map<String, String> commandLine) {
        return ConfigurationLoader.load(SETTINGS, commandLine, Map.of(), Optional.empty());
    }

    private ListAssert<String> problems(Map<String, String> commandLine, Map<String, String> environment) {
        return assertThatThrownBy(() -> ConfigurationLoader.load(SETTINGS, commandLine, environment, Optional.of(file)))
                .asInstanceOf(type(ConfigurationException.class))
                .extracting(ConfigurationException::problems, list(String.class));
    }
}
