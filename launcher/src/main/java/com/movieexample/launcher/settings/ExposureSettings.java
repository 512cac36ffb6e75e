package com.movieexample.launcher.settings;

import com.movieexample.runtime.access.keyfile.KeyFile;
import com.movieexample.runtime.admission.Limits;
import com.movieexample.runtime.config.Configuration;
import com.movieexample.runtime.config.ConfigurationException;
import com.movieexample.runtime.config.Setting;
import com.movieexample.runtime.config.Settings;
import com.movieexample.runtime.process.Exposure;
import com.movieexample.runtime.tls.TlsPair;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who is let in, and with how much. */
public final class ExposureSettings {
    private static final Setting<Optional<String>> API_KEYS = Setting.optionalText(
                    "api.keys", "file of the API keys that writers and operators need; read again when it changes")
            .label("FILE");
    private static final Setting<Optional<String>> TLS_CERTIFICATE = Setting.optionalText(
                    "tls.cert", "certificate to serve HTTP and gRPC with, PEM; all services of one log have the same")
            .label("FILE");
    private static final Setting<Optional<String>> TLS_KEY = Setting.optionalText(
                    "tls.key", "its private key, PKCS#8 in PEM without a password")
            .label("FILE");

    private static final Setting<Optional<String>> ORIGINS = Setting.optionalText(
                    "cors.origins",
                    "sites whose pages may use the HTTP APIs, for example https://films.example; commas between")
            .label("ORIGINS")
            .matching(
                    text -> origins(text).stream().allMatch(ExposureSettings::isOrigin),
                    "http:// or https:// and a host, commas between");
    private static final Setting<Optional<String>> RATING_KEY = Setting.secret(
                    "page.api.key",
                    "API key that movie-query hands on the ratings of its page with, if ingesters need one")
            .label("KEY");

    private static final Setting<Long> BODY =
            Setting.bytes("max.body", Limits.DEFAULT.bodyBytes(), "longest body, message or line: 413 beyond");
    private static final Setting<Integer> CONNECTIONS = Setting.integer(
            "max.connections",
            Limits.DEFAULT.connections(),
            8,
            1_000_000,
            "HTTP connections of each service; more wait until others end");
    private static final Setting<Duration> IDLE = Setting.duration(
            "idle.timeout", Limits.DEFAULT.idle(), "how long an HTTP connection may say nothing before it is closed");
    private static final Setting<Duration> BODY_TIME = Setting.duration(
            "body.timeout", Limits.DEFAULT.bodyTime(), "how long a body that is no stream may take: 408 beyond");
    private static final Setting<Long> WRITES = Setting.bytes(
            "write.memory", Limits.DEFAULT.writeBytes(), "memory for the writes under way of each service: 503 beyond");
    private static final Setting<Long> CLIENT_WRITES = Setting.bytes(
            "client.write.memory", Limits.DEFAULT.clientBytes(), "of that, for one API key or address: 429 beyond");
    private static final Setting<Integer> CLIENT_RATE = Setting.integer(
            "client.write.rate",
            Limits.DEFAULT.clientRate(),
            0,
            10_000_000,
            "writes in a second by one API key or address: 429 beyond, streams wait; 0 for any number");

    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]:]+");

    private ExposureSettings() {}

    static Settings access() {
        return Settings.of(API_KEYS, TLS_CERTIFICATE, TLS_KEY, ORIGINS, RATING_KEY);
    }

    static Settings limits() {
        return Settings.of(BODY, CONNECTIONS, IDLE, BODY_TIME, WRITES, CLIENT_WRITES, CLIENT_RATE);
    }

    static boolean needsKeys(Configuration configuration) {
        return configuration.get(API_KEYS).isPresent();
    }

    /** Of the addresses that services answer HTTP at. */
    public static String scheme(Configuration configuration) {
        return configuration.get(TLS_CERTIFICATE).isPresent() ? "https" : "http";
    }

    /** Of one service; each call reads the files. */
    static Exposure exposure(Configuration configuration) {
        return new Exposure(
                readLimits(configuration),
                configuration.get(API_KEYS).map(Path::of).map(KeyFile::new),
                tls(configuration),
                origins(configuration.get(ORIGINS)));
    }

    /** What movie-query shows ingesters. */
    public static Optional<String> ratingKey(Configuration configuration) {
        return configuration.get(RATING_KEY);
    }

    private static Set<String> origins(Optional<String> text) {
        return text.map(list ->
                        Arrays.stream(list.split(",", -1)).map(String::strip).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static boolean isOrigin(String text) {
        return ORIGIN.matcher(text).matches();
    }

    /** @throws ConfigurationException for values that don't fit each other, and for files that can't be used */
    static void check(Configuration configuration) {
        Limits limits = readLimits(configuration);
        require(WRITES, limits.writeBytes(), CLIENT_WRITES, limits.clientBytes());
        require(CLIENT_WRITES, limits.clientBytes(), BODY, limits.streamBytes());
        tls(configuration);
        configuration.get(API_KEYS).map(Path::of).map(KeyFile::new).ifPresent(KeyFile::close);
    }

    private static void require(Setting<?> setting, long is, Setting<?> part, long least) {
        if (is < least) {
            throw new ConfigurationException("%s is %d bytes, expected at least %d, as what %s lets in takes"
                    .formatted(setting.cliName(), is, least, part.cliName()));
        }
    }

    private static Limits readLimits(Configuration configuration) {
        return new Limits(
                configuration.get(BODY),
                configuration.get(CONNECTIONS),
                configuration.get(IDLE),
                configuration.get(BODY_TIME),
                configuration.get(WRITES),
                configuration.get(CLIENT_WRITES),
                configuration.get(CLIENT_RATE));
    }

    private static Optional<TlsPair> tls(Configuration configuration) {
        Optional<String> certificate = configuration.get(TLS_CERTIFICATE);
        Optional<String> key = configuration.get(TLS_KEY);
        if (certificate.isPresent() != key.isPresent()) {
            throw new ConfigurationException("%s and %s belong together, expected both or none"
                    .formatted(TLS_CERTIFICATE.cliName(), TLS_KEY.cliName()));
        }
        return certificate.map(file -> new TlsPair(Path.of(file), Path.of(key.orElseThrow())));
    }
}
