package com.movieexample.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {
    @TempDir
    private Path home;

    @Test
    void everythingInsideGoesAndWhatALinkPointsToStays() throws Exception {
        Path kept = Files.writeString(home.resolve("kept"), "outside");
        Path tree = home.resolve("tree");
        Files.createDirectories(tree.resolve("a/b"));
        Files.writeString(tree.resolve("a/b/file"), "inside");
        Files.createSymbolicLink(tree.resolve("a/link"), kept);

        FolderTree.delete(tree);

        assertThat(tree).doesNotExist();
        assertThat(kept).hasContent("outside");
    }
}
