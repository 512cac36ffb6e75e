package com.movieexample.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path parent;

    private Path root;

    @BeforeEach
    void nameRoot() {
        root = parent.resolve("data");
    }

    @Test
    void keepsWhatWasDoneInAnEarlierRun() throws IOException {
        try (DataFolder data = DataFolder.open(root, false)) {
            assertThat(data.has("sample-loaded")).isFalse();
            data.mark("sample-loaded");
        }
        try (DataFolder data = DataFolder.open(root, false)) {
            assertThat(data.has("sample-loaded")).isTrue();
        }
    }

    @Test
    void isHeldByOneProcessAtATime() throws IOException {
        try (DataFolder data = DataFolder.open(root, false)) {
            assertThatThrownBy(() -> DataFolder.open(data.root(), false))
                    .isInstanceOf(LaunchException.class)
                    .hasMessage("the data folder " + root + " is in use by another process; "
                            + "stop that one or choose another folder with --data");
        }
        DataFolder.open(root, false).close();
    }

    @Test
    void freshRemovesWhatMarqueeMadeAndNothingElse() throws IOException {
        try (DataFolder data = DataFolder.open(root, false)) {
            Files.createDirectories(data.broker().resolve("log"));
            Files.writeString(data.broker().resolve("log").resolve("records"), "x");
            data.mark("sample-loaded");
        }
        Path precious = Files.writeString(root.resolve("precious"), "x");

        try (DataFolder data = DataFolder.open(root, true)) {
            assertThat(data.broker()).doesNotExist();
            assertThat(data.has("sample-loaded")).isFalse();
            assertThat(precious).exists();
        }
    }

    @Test
    void refusesAFolderWithOtherFiles() throws IOException {
        Files.createDirectories(root);
        Path precious = Files.writeString(root.resolve("precious"), "x");

        assertThatThrownBy(() -> DataFolder.open(root, true))
                .hasMessage(root + " holds other files and no data of Marquee; choose another folder with --data");
        assertThat(precious).exists();
    }

    @Test
    void refusesAFile() throws IOException {
        Files.writeString(root, "x");

        assertThatThrownBy(() -> DataFolder.open(root, false))
                .hasMessage(root + " is a file, expected a folder; choose another with --data");
    }

    @Test
    void saysWhyItCannotBeMade() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "x");

        assertThatThrownBy(() -> DataFolder.open(file.resolve("data"), false))
                .isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("the data folder " + file.resolve("data") + " can't be used: ");
    }

    @Test
    void leavesNothingWhenItIsDeleted() throws IOException {
        DataFolder data = DataFolder.open(root, false);
        Files.createDirectories(data.logFile().getParent());
        Files.writeString(data.logFile(), "x");

        data.delete();

        assertThat(root).doesNotExist();
    }

    @Test
    void staysWhenItIsDeletedAndHoldsOtherFiles() throws IOException {
        DataFolder data = DataFolder.open(root, false);
        Path precious = Files.writeString(root.resolve("precious"), "x");

        data.delete();

        assertThat(root).isDirectoryContaining(file -> file.equals(precious));
    }

    @Test
    void refusesToNameWhatItWouldNotRemove() throws IOException {
        try (DataFolder data = DataFolder.open(root, false)) {
            assertThatThrownBy(() -> data.of("elsewhere")).hasMessageContaining("elsewhere");
        }
    }

    @Test
    void goesThroughALinkToAFolder() throws IOException {
        Files.createDirectories(parent.resolve("disk"));
        Files.createSymbolicLink(root, parent.resolve("disk"));

        DataFolder.open(root, false).close();

        assertThat(parent.resolve("disk").resolve("marquee.lock")).exists();
    }
}
