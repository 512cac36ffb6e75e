package com.movieexample.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.runtime.http.HttpServer;
import com.movieexample.testkit.HttpCaller;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRoutesTest {
    private static final Pattern PRELOADED = Pattern.compile("rel=\"modulepreload\" href=\"/page/([^\"]+)\"");
    private static final int MOST_BYTES = 60_000;

    private final HttpServer server = HttpServer.builder("127.0.0.1", 0)
            .routes(new PageRoutes()::register)
            .build();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/,                 text/html;charset=utf-8",
        "/page/main.js,     text/javascript;charset=utf-8",
        "/page/marquee.css, text/css;charset=utf-8",
        "/page/icon.svg,    image/svg+xml"
    })
    void servesTheFilesOfThePageSaferThanTheyNeedToBe(String path, String contentType) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isNotBlank();
        assertThat(header(answer, "Content-Type").replace(" ", "")).isEqualToIgnoringCase(contentType);
        assertThat(header(answer, "Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe")
                .doesNotContain("http");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void aFileThatABrowserHasIsNotSentAgain() throws Exception {
        HttpResponse<String> first = get("/page/main.js");

        HttpResponse<String> again = get("/page/main.js", "If-None-Match", header(first, "ETag"));
        HttpResponse<String> other = get("/page/home.js", "If-None-Match", header(first, "ETag"));

        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "Content-Security-Policy")).isNotBlank();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing.js",
                "PageRoutes.class",
                "..%2FMovieQuery.class",
                "..%2f..%2f..%2fx.js",
                ".js",
                "main",
                "main.js%00",
                "MAIN.JS"
            })
    void nothingElseIsServed(String name) throws Exception {
        HttpResponse<String> answer = get("/page/" + name);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void everyModuleIsAskedForAtOnce() throws Exception {
        Set<String> preloaded = PRELOADED
                .matcher(get("/").body())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        preloaded.add("main.js");

        assertThat(preloaded)
                .isEqualTo(names().stream().filter(name -> name.endsWith(".js")).collect(Collectors.toSet()));
    }

    @Test
    void theWholePageIsSmall() throws Exception {
        long bytes = 0;
        for (Path file : files()) {
            bytes += Files.size(file);
        }

        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    /** The policy would keep a browser from running them, and nobody would notice but users. */
    @Test
    void noScriptOrStyleStandsInTheMarkup() throws Exception {
        String markup = get("/").body();

        assertThat(Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=\"/)")
                        .matcher(markup)
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return new HttpCaller(server.port()).get(path, headers);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static List<String> names() throws Exception {
        return files().stream().map(file -> file.getFileName().toString()).toList();
    }

    private static List<Path> files() throws Exception {
        URI start = PageRoutes.class.getResource("index.html").toURI();
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> beside =
                Files.newDirectoryStream(Path.of(start).getParent(), "*.{html,js,css,svg}")) {
            beside.forEach(files::add);
        }
        return files;
    }
}
