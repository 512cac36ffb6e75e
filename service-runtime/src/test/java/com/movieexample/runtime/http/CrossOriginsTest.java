package com.movieexample.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrossOriginsTest {
    private static final String FRIEND = "Origin: https://films.example";
    private static final String STRANGER = "Origin: https://elsewhere.example";
    private static final String FROM_OTHER_SITE = "Sec-Fetch-Site: cross-site";
    private static final String LET_IN = "Access-Control-Allow-Origin: https://films.example";

    private final HttpServer server = HttpServer.builder("127.0.0.1", 0)
            .origins(Set.of("https://films.example"))
            .routes(routes -> {
                routes.get("/thing", context -> context.result("here"));
                routes.put("/thing", context -> context.result("written"));
            })
            .build();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String send(String method, String path, String... headers) throws IOException {
        return RawHttp.send(
                server.port(),
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n"
                        + String.join("\r\n", headers) + "\r\n\r\n");
    }

    @Test
    void aPageOfAnAllowedSiteMayRead() throws IOException {
        assertThat(send("GET", "/thing", FRIEND, FROM_OTHER_SITE))
                .startsWith("HTTP/1.1 200")
                .contains(LET_IN, "Access-Control-Expose-Headers: ", "Marquee-Position", "here");
    }

    @Test
    void itMayReadErrorsToo() throws IOException {
        assertThat(send("GET", "/nothing", FRIEND)).startsWith("HTTP/1.1 404").contains(LET_IN);
        assertThat(send("GET", "/thing", FRIEND, "Authorization: Basic eDp5")).contains(LET_IN);
    }

    @Test
    void aBrowserIsToldBeforeItWrites() throws IOException {
        assertThat(send("OPTIONS", "/thing", FRIEND, "Access-Control-Request-Method: PUT"))
                .startsWith("HTTP/1.1 200")
                .contains(LET_IN, "Access-Control-Allow-Methods: ", "PUT", "Access-Control-Max-Age: 600");
    }

    @Test
    void itMayWrite() throws IOException {
        assertThat(send("PUT", "/thing", FRIEND, FROM_OTHER_SITE)).contains(LET_IN, "written");
    }

    @Test
    void aPageOfAnyOtherSiteMayNot() throws IOException {
        assertThat(send("GET", "/thing", STRANGER)).doesNotContain("Access-Control-Allow-Origin");
        assertThat(send("PUT", "/thing", STRANGER, FROM_OTHER_SITE))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("Access-Control-Allow-Origin", "written");
        assertThat(send("PUT", "/thing", FROM_OTHER_SITE)).startsWith("HTTP/1.1 403");
    }
}
