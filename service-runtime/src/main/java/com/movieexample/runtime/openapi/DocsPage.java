package com.movieexample.runtime.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.movieexample.runtime.errors.ServiceException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Swagger UI, of which only what the page needs is served. The page has no script and no style of its own inside, so that
 * a browser can be told to run nothing that is not one of these files, and to ask nobody else for anything.
 */
final class DocsPage {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** The page names the files with the version in the query, so a new version has new addresses. */
    private static final String KEPT_FOR_A_DAY = "public, max-age=86400";

    private static final String JAR = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String FILES = "/META-INF/resources/webjars/swagger-ui/%s/%s";
    private static final String START = "start.js";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, String> TYPES = Map.of(
            "swagger-ui.css",
            "text/css; charset=utf-8",
            "swagger-ui-bundle.js",
            SCRIPT,
            "favicon-32x32.png",
            "image/png",
            START,
            SCRIPT);

    private final String version = version();

    void get(Context context) {
        String html = new String(bytes("docs.html"), UTF_8);
        protect(context)
                .header("Cache-Control", "no-cache")
                .contentType("text/html; charset=utf-8")
                .result(html.replace("{version}", version));
    }

    /** @throws ServiceException of kind {@code NOT_FOUND} for what the page does not need */
    void getFile(Context context) {
        String file = context.pathParam("file");
        String type = Optional.ofNullable(TYPES.get(file))
                .orElseThrow(() -> ServiceException.notFound("nothing is at /docs/" + file));
        protect(context)
                .header("Cache-Control", KEPT_FOR_A_DAY)
                .contentType(type)
                .result(bytes(file.equals(START) ? START : FILES.formatted(version, file)));
    }

    private static Context protect(Context context) {
        return context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream stream = open(JAR)) {
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = open(resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        return Optional.ofNullable(DocsPage.class.getResourceAsStream(resource))
                .orElseThrow(() -> new IllegalStateException(resource + " is not on the class path"));
    }
}
