package com.movieexample.launcher;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the tests of the {@code ./marquee} script, which are a script too: they need no broker and no build. */
class MarqueeScriptTest {

    @TempDir
    Path folder;

    @Test
    void theScriptPassesItsTests() throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process tests = new ProcessBuilder("bash", "src/test/script/marquee_test.sh")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = tests.waitFor(2, MINUTES);
        tests.destroyForcibly();

        assertThat(ended).as("ended in time:%n%s", Files.readString(output)).isTrue();
        assertThat(tests.exitValue())
                .as("exit code:%n%s", Files.readString(output))
                .isZero();
    }
}
