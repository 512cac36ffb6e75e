package com.movieexample.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedLinesTest {
    @TempDir
    Path folder;

    @Test
    void withoutARejectedLineThereIsNoFile() {
        new RejectedLines(folder.resolve("rejected.txt")).close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void eachLineIsInTheFileAtOnceWithPlaceAndReason() throws IOException {
        Path file = folder.resolve("rejected.txt");

        try (RejectedLines rejected = new RejectedLines(file)) {
            rejected.add(line(17, "1,x"), "rating is bad");
            rejected.add(line(18, "2,y"), "rating is worse");

            assertThat(Files.readAllLines(file))
                    .containsExactly("ratings.csv:17: rating is bad | 1,x", "ratings.csv:18: rating is worse | 2,y");
            assertThat(rejected.count()).isEqualTo(2);
        }
    }

    @Test
    void longTextIsCutAndControlCharactersAreReplaced() throws IOException {
        Path file = folder.resolve("rejected.txt");

        try (RejectedLines rejected = new RejectedLines(file)) {
            rejected.add(line(1, "a\rb\u001b[31m" + "x".repeat(10_000)), "b\nad");
        }

        assertThat(Files.readAllLines(file))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("ratings.csv:1: b\uFFFDad | a\uFFFDb\uFFFD[31mxxx")
                        .endsWith("x…")
                        .hasSizeLessThan(250));
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        Path file = folder.resolve("nowhere/rejected.txt");

        try (RejectedLines rejected = new RejectedLines(file)) {
            assertThatThrownBy(() -> rejected.add(line(1, "x"), "bad"))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageStartingWith(file + " can't be written");
        }
    }

    private static Place line(long number, String text) {
        return Place.line("ratings.csv", number, text);
    }
}
