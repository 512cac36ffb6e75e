package com.movieexample.runtime.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.runtime.errors.ErrorKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {
    private static final String FOLDER = "/com/movieexample/runtime/openapi/";

    private final JsonNode sample = read(ApiDocument.of(FOLDER + "sample.yaml", "1.2.3"));

    private static JsonNode read(ApiDocument document) {
        try {
            return new ObjectMapper().readTree(document.json());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(java.util.Map.Entry::getKey).toList();
    }

    @Test
    void hasWhatTheServiceSaysAndWhatAllShare() {
        assertThat(sample.at("/info/title").asText()).isEqualTo("sample");
        assertThat(sample.at("/info/version").asText()).isEqualTo("1.2.3");
        assertThat(sample.at("/servers/0/url").asText()).isEqualTo("/");
        assertThat(sample.path("tags").findValuesAsText("name")).containsExactly("Things", "Service");
        assertThat(names(sample.path("paths"))).startsWith("/things/{id}").contains("/health/ready", "/metrics");
        assertThat(sample.has("x-operations")).isFalse();
    }

    @Test
    void anUnknownVersionIsSaidToBeUnknown() {
        JsonNode document = read(ApiDocument.of(FOLDER + "sample.yaml", ""));

        assertThat(document.at("/info/version").asText()).isEqualTo("unknown");
    }

    @Test
    void everyOperationHasTheErrorsOfAllAndKeepsItsOwn() {
        JsonNode get = sample.at("/paths/~1things~1{id}/get");
        JsonNode delete = sample.at("/paths/~1things~1{id}/delete");

        assertThat(names(get.path("responses")))
                .containsExactly("200", "400", "401", "414", "417", "431", "500", "503");
        assertThat(get.at("/responses/503/description").asText()).isEqualTo("The thing is out.");
        assertThat(names(delete.path("responses")))
                .contains("204", "403", "408", "413", "429")
                .isSorted();
        assertThat(get.path("security").size()).isZero();
        assertThat(delete.path("security").toString()).contains("apiKey");
    }

    @Test
    void operationsHaveTheParametersOfTheirPathUnlessTheyHaveTheirOwn() {
        assertThat(sample.at("/paths/~1things~1{id}/get/parameters").findValuesAsText("$ref"))
                .containsExactly("#/components/parameters/Id", "#/components/parameters/Marquee-Position");
        assertThat(sample.at("/paths/~1things~1{id}/delete/parameters").size()).isEqualTo(1);
        assertThat(sample.at("/paths/~1things~1{id}").has("parameters")).isFalse();
    }

    @Test
    void hasTheComponentsThatItRefersToAndNoOthers() {
        JsonNode components = sample.path("components");

        assertThat(names(components.path("schemas")))
                .contains("Problem", "ProblemMembers", "Positions")
                .doesNotContain("Unused", "StreamAnswer");
        assertThat(Stream.concat(
                        sample.findValuesAsText("$ref").stream(), components.findValuesAsText("$ref").stream()))
                .allSatisfy(reference -> assertThat(
                                sample.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void aProblemHasTheTypesThatThereAre() {
        assertThat(sample.at("/components/schemas/ProblemMembers/properties/type/enum")
                        .valueStream()
                        .map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("about:blank"),
                                Arrays.stream(ErrorKind.values()).map(ErrorKind::type))
                        .toList());
    }

    @Test
    void whatAllShareIsNotToBeSaidAgain() {
        assertThatThrownBy(() -> ApiDocument.of(FOLDER + "twice.yaml", "1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("#/info/license/name");
    }

    @Test
    void aMissingDocumentIsNamed() {
        assertThatThrownBy(() -> ApiDocument.of("/nowhere.yaml", "1"))
                .hasMessage("/nowhere.yaml is not on the class path");
    }
}
