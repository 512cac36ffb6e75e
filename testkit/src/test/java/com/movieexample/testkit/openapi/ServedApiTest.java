package com.movieexample.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedApiTest {
    private static final ServedApi API = ServedApi.of("""
            {"openapi": "3.1.0",
             "paths": {
               "/things/{id}": {
                 "get": {"operationId": "getThing", "responses": {
                   "200": {
                     "headers": {"Marquee-Lag": {"required": true, "schema": {"type": "string", "pattern": "^[0-9]+$"}}},
                     "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                   "503": {"$ref": "#/components/responses/Problem"}}},
                 "delete": {"operationId": "deleteThing", "responses": {"204": {}}},
                 "put": {"operationId": "putThing", "responses": {"200": {
                   "x-body": "optional",
                   "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}}},
               "/things/all": {
                 "get": {"operationId": "getThings", "responses": {"200": {
                   "content": {"application/x-ndjson": {"schema": {
                     "type": "string", "contentSchema": {"$ref": "#/components/schemas/Thing"}}}}}}}},
               "/things/live": {
                 "get": {"operationId": "watchThings", "responses": {"200": {
                   "content": {"text/event-stream": {"schema": {
                     "type": "string", "contentSchema": {"oneOf": [
                       {"type": "object", "required": ["retry"]},
                       {"type": "object", "required": ["event", "data"], "properties": {
                         "event": {"const": "thing"},
                         "data": {"$ref": "#/components/schemas/Thing"}}}]}}}}}}}}},
             "components": {
               "responses": {"Problem": {"content": {"application/problem+json": {
                 "schema": {"$ref": "#/components/schemas/Problem"}}}}},
               "schemas": {
                 "Problem": {"type": "object", "required": ["status"],
                   "properties": {"status": {"type": "integer"}}, "additionalProperties": false},
                 "Thing": {"type": "object", "required": ["at"], "properties": {
                   "at": {"type": "string", "format": "date-time"}}, "additionalProperties": false}}}}
            """);
    private static final String THING = "{\"at\":\"2026-11-27T20:15:00Z\"}";

    private record Answer(int statusCode, HttpHeaders headers, String body) implements HttpResponse<String> {
        @Override
        public HttpRequest request() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<HttpResponse<String>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return URI.create("/");
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }

    /** @param headers names and values in turn */
    private static Answer answer(int status, String type, String body, String... headers) {
        Map<String, List<String>> all = new TreeMap<>(Map.of("Content-Type", List.of(type)));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        return new Answer(status, HttpHeaders.of(all, (name, value) -> true), body);
    }

    private static void refuses(String method, String path, Answer answer, String why) {
        assertThatThrownBy(() -> API.check(method, path, answer))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(why);
    }

    @Test
    void knowsItsRoutesInTheirOrder() {
        assertThat(API.routes())
                .containsExactly(
                        "GET /things/{id}",
                        "DELETE /things/{id}",
                        "PUT /things/{id}",
                        "GET /things/all",
                        "GET /things/live");
    }

    @Test
    void takesWhatIsDocumented() {
        API.check("GET", "/things/1%2F2?x=y", answer(200, "application/json", THING, "Marquee-Lag", "0"));
        API.check("GET", "/things/1", answer(503, "application/problem+json", "{\"status\":503}"));
        API.check("GET", "/things/all", answer(200, "application/x-ndjson", THING + "\n" + THING + "\n"));
        API.check("DELETE", "/things/1", answer(204, "text/plain", ""));
        API.check("PUT", "/things/1", answer(200, "text/plain", ""));
        API.check("PUT", "/things/1", answer(200, "application/json", THING));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    200 | application/json | {"at":"2026-11-27T20:15:00Z","more":1} | additional properties
                    200 | application/json | {}                                     | required property 'at'
                    200 | application/json | {"at":"yesterday"}                     | date-time
                    200 | application/json | {"at"                                  | the body is no JSON
                    200 | application/json | ''                                     | the body is empty
                    200 | text/plain       | {"at":"2026-11-27T20:15:00Z"}          | the content type text/plain is not documented
                    404 | application/json | {"at":"2026-11-27T20:15:00Z"}          | the status is not documented
                    """)
    void refusesAnotherStatusTypeOrBody(int status, String type, String body, String why) {
        refuses("GET", "/things/1", answer(status, type, body, "Marquee-Lag", "0"), why);
    }

    @Test
    void refusesOtherHeaders() {
        String json = "application/json";

        refuses("GET", "/things/1", answer(200, json, THING), "the header Marquee-Lag is missing");
        refuses("GET", "/things/1", answer(200, json, THING, "Marquee-Lag", "none"), "Marquee-Lag");
        refuses(
                "GET",
                "/things/1",
                answer(200, json, THING, "Marquee-Lag", "0", "Marquee-More", "1"),
                "the header marquee-more is not documented");
    }

    @Test
    void refusesABodyWhereNoneIsDocumentedAndALineThatIsWrong() {
        refuses("DELETE", "/things/1", answer(204, "application/json", THING), "application/json is not documented");
        refuses("GET", "/things/all", answer(200, "application/x-ndjson", THING + "\n{}\n"), "required property 'at'");
    }

    @Test
    void whereThereIsNoOperationOnlyTheProblemThatSaysSoIsRight() {
        API.check("GET", "/nowhere", answer(404, "application/problem+json", "{\"status\":404}"));
        API.check("POST", "/things/1", answer(405, "application/problem+json", "{\"status\":405}", "Allow", "GET"));

        refuses("GET", "/nowhere", answer(404, "application/problem+json", "{\"other\":404}"), "additional properties");
        refuses("POST", "/things", answer(200, "application/json", THING), "the operation is not documented");
    }

    @Test
    void holdsEachEventOfAStreamAgainstItsSchema() {
        String good = "retry: 2000\n\n:\n\nid: 7\nevent: thing\ndata: " + THING + "\n\n";
        API.check("GET", "/things/live", answer(200, "text/event-stream", good));
        API.checkEvents("/things/live?x=y", good);

        refuses("GET", "/things/live", answer(200, "text/event-stream", good + "event: thing\ndata: {}\n\n"), "'at'");
        assertThatThrownBy(() -> API.checkEvents("/things/live", "event: other\ndata: " + THING + "\n\n"))
                .hasMessageContaining("'thing'");
        assertThatThrownBy(() -> API.checkEvents("/things/live", "event: thing\ndata: {\n\n"))
                .hasMessageContaining("the body is no JSON");
        assertThatThrownBy(() -> API.checkEvents("/things/all", good)).hasMessageContaining("no stream of events");
    }
}
