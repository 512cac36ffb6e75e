package com.movieexample.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.runtime.access.Access;
import com.movieexample.runtime.access.Caller;
import com.movieexample.runtime.access.keyfile.KeyFile;
import com.movieexample.runtime.errors.ServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysNewCommandTest {
    private final TerminalOutput output = new TerminalOutput();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("keys.json");
    }

    @Test
    void aNewKeyIsPrintedOnceAndMayDoWhatWasSaid() throws Exception {
        output.run("keys", "new", "imdb", "--file=" + file, "--provider=imdb", "--record-type=series");
        output.run("keys", "new", "editor", "--file=" + file, "--metadata");

        assertThat(output.out()).hasSize(2).allMatch(key -> key.matches("mq_[\\w-]{43}"));
        String first = output.out().get(0);
        String second = output.out().get(1);
        assertThat(Files.readString(file)).doesNotContain(first, second);
        try (KeyFile keys = new KeyFile(file)) {
            Access access = Access.byKeys(keys);
            Caller imdb = access.caller(Optional.of("Bearer " + first), "");
            imdb.requireRating("imdb", "series");
            assertThatThrownBy(imdb::requireMetadata).isInstanceOf(ServiceException.class);
            access.caller(Optional.of("Bearer " + second), "").requireMetadata();
        }
    }

    @Test
    void aNameIsGivenOnce() throws Exception {
        output.run("keys", "new", "imdb", "--file=" + file);
        String before = Files.readString(file);

        assertThat(output.run("keys", "new", "imdb", "--file=" + file)).isNotEqualTo(ExitCodes.OK);

        assertThat(output.err())
                .singleElement()
                .asString()
                .contains("name is \"imdb\", expected a name that no other key has");
        assertThat(Files.readString(file)).isEqualTo(before);
    }
}
