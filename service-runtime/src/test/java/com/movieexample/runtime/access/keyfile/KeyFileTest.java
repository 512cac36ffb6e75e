package com.movieexample.runtime.access.keyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.runtime.access.Access;
import com.movieexample.runtime.access.ApiKeys;
import com.movieexample.runtime.config.ConfigurationException;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.runtime.health.CheckResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFileTest {
    private final String secret = ApiKeys.random();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("keys.json");
    }

    private void write(String json) throws IOException {
        Files.writeString(file, json.replace('\'', '"'));
    }

    private String entry(String name) {
        return "{'name':'" + name + "','sha256':'" + ApiKeys.hash(secret)
                + "','providers':['*'],'recordTypes':['movie']}";
    }

    @Test
    void whatALaterFileLeavesOutIsRevoked() throws Exception {
        write("{'keys':[" + entry("imdb") + "]}");
        try (KeyFile keys = new KeyFile(file)) {
            Access access = Access.byKeys(keys);
            keys.start();
            assertThat(access.caller(Optional.of("Bearer " + secret), "").name())
                    .isEqualTo("key imdb");

            write("{'keys':[]}");

            await().untilAsserted(() -> assertThatThrownBy(() -> access.caller(Optional.of("Bearer " + secret), ""))
                    .isInstanceOf(ServiceException.class));
        }
    }

    @Test
    void aBrokenFileLeavesTheKeysAsTheyWereAndIsAWarning() throws Exception {
        write("{'keys':[" + entry("imdb") + "]}");
        try (KeyFile keys = new KeyFile(file)) {
            keys.start();
            write("{'keys':[");

            await().untilAsserted(() ->
                    assertThat(keys.check().detail()).contains("keys.json", "the keys of before are in force"));
            assertThat(Access.byKeys(keys)
                            .caller(Optional.of("Bearer " + secret), "")
                            .name())
                    .isEqualTo("key imdb");

            write("{'keys':[" + entry("imdb") + "]}");
            await().until(() -> keys.check().equals(CheckResult.ok()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | keys is empty, expected an array of keys",
                "{'keys':[{'name':'a'}]} | sha256 is empty, expected 64 hex digits",
                "{'keys':[{'name':'a b','sha256':'00'}]} | name is 'a b'",
                "{'keys':[{'name':'a','sha256':'00'}]} | sha256 is '00', expected 64 hex digits",
                "{'keys':[{'name':'a','admin':true}]} | admin",
                "{'keys':[@,@]} | name is 'a', expected a name that no other key has",
            })
    void saysWhatIsWrongWithAFile(String json, String problem) throws Exception {
        write(json.replace("@", entry("a")));

        assertThatThrownBy(() -> new KeyFile(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("keys.json")
                .hasMessageContaining(problem.replace('\'', '"'));
    }

    @Test
    void aFileThatIsNotThereIsAnErrorOfTheStart() {
        assertThatThrownBy(() -> new KeyFile(file)).hasMessageContaining("it can't be read");
    }
}
