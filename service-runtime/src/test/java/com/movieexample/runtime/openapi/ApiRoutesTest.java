package com.movieexample.runtime.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.runtime.http.HttpServer;
import com.movieexample.testkit.HttpCaller;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRoutesTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    private final HttpServer server = HttpServer.builder("127.0.0.1", 0)
            .routes(new ApiRoutes(() -> ApiDocument.of("/com/movieexample/runtime/openapi/sample.yaml", "1.2.3")))
            .build();
    private HttpCaller http;

    @BeforeEach
    void start() throws Exception {
        server.start();
        http = HttpCaller.documented(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    @Test
    void theDocumentIsJson() throws Exception {
        HttpResponse<String> document = http.get("/openapi.json");

        assertThat(header(document, "Content-Type")).isEqualTo("application/json");
        assertThat(header(document, "Cache-Control")).isEqualTo("no-cache");
        assertThat(document.body()).contains("\"version\":\"1.2.3\"");
    }

    @Test
    void thePageMayRunAndLoadOnlyWhatThisServiceServes() throws Exception {
        HttpResponse<String> page = http.get("/docs");

        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(header(page, "Content-Security-Policy"))
                .startsWith("default-src 'none';")
                .doesNotContain("unsafe", "http", "*");
        List<String> addresses = ADDRESS.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(addresses).hasSize(5);
        for (String address : addresses) {
            assertThat(address).startsWith("/");
            assertThat(http.get(address).statusCode()).as(address).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "swagger-ui.css,       text/css",
        "swagger-ui-bundle.js, text/javascript",
        "start.js,             text/javascript",
        "favicon-32x32.png,    image/png"
    })
    void whatThePageNeedsHasItsTypeAndIsKept(String file, String type) throws Exception {
        HttpResponse<String> answer = http.get("/docs/" + file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith(type);
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=86400");
        assertThat(answer.body()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "swagger-ui-es-bundle.js", "..%2Fpom.properties", "docs.html"})
    void nothingElseIsServed(String file) throws Exception {
        assertThat(http.get("/docs/" + file).statusCode()).isEqualTo(404);
    }
}
