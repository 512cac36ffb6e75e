package com.movieexample.launcher.settings;

import com.movieexample.runtime.config.Configuration;
import com.movieexample.runtime.config.Setting;
import com.movieexample.runtime.config.Settings;
import com.movieexample.runtime.tracing.TraceTarget;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** How a process tells what it does to those who watch it. */
public final class ObservationSettings {
    private static final Setting<LogFormat> LOG_FORMAT =
            Setting.choice("log.format", LogFormat.TEXT, "lines of the log as text, or each one a JSON object");

    private static final Setting<Optional<String>> TRACE_ENDPOINT = Setting.optionalText(
                    "trace.endpoint", "collector of traces, by OTLP over HTTP; nothing is traced without one")
            .matching(
                    url -> url.isEmpty() || isUrl(url.get()),
                    "a URL such as http://127.0.0.1:4318; its path is /v1/traces unless it has one")
            .label("URL");

    private static final Setting<String> TRACE_SAMPLE = Setting.text(
                    "trace.sample",
                    "0.01",
                    "share of the requests that are traced, of those that are not part of a trace")
            .matching(text -> text.matches("0|1|1\\.0+|0?\\.[0-9]{1,9}"), "a number from 0 to 1")
            .label("RATIO");

    private static final String PATH = "/v1/traces";

    private ObservationSettings() {}

    static Settings declared() {
        return Settings.of(LOG_FORMAT, TRACE_ENDPOINT, TRACE_SAMPLE);
    }

    /** Where traces go; empty if there are none. */
    static Optional<TraceTarget> traces(Configuration configuration) {
        double ratio = Double.parseDouble(configuration.get(TRACE_SAMPLE));
        return configuration.get(TRACE_ENDPOINT).map(url -> new TraceTarget(withPath(URI.create(url)), ratio));
    }

    private static URI withPath(URI url) {
        return url.getPath().isEmpty() || url.getPath().equals("/") ? url.resolve(PATH) : url;
    }

    private static boolean isUrl(String text) {
        try {
            URI url = new URI(text);
            return List.of("http", "https").contains(String.valueOf(url.getScheme())) && url.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    public static LogFormat logFormat(Configuration configuration) {
        return configuration.get(LOG_FORMAT);
    }
}
