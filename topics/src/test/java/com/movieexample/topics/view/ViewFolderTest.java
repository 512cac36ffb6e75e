package com.movieexample.topics.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewFolderTest {
    private static final RocksMemory MEMORY = new RocksMemory(8 << 20);

    @TempDir
    private Path views;

    @AfterAll
    static void closeMemory() {
        MEMORY.close();
    }

    private Path view() {
        return views.resolve("copy");
    }

    private static void fill(ViewFolder folder) throws Exception {
        try (ViewStore store = new ViewStore(folder.open(), MEMORY)) {
            store.putNumber("offset", 7);
        }
    }

    private static void assertOpensEmpty(ViewFolder folder) throws Exception {
        try (ViewStore store = new ViewStore(folder.open(), MEMORY)) {
            assertThat(store.number("offset")).isEmpty();
        }
    }

    @Test
    void aDiscardedCopyLeavesNothing() throws Exception {
        ViewFolder folder = new ViewFolder(view());
        fill(folder);

        folder.discard();

        assertThat(views).isEmptyDirectory();
        assertOpensEmpty(folder);
    }

    @Test
    void aCopyThatWasHalfDeletedIsGoneAtTheNextOpening() throws Exception {
        fill(new ViewFolder(view()));
        ViewFolder killed = new ViewFolder(view(), ViewFolderTest::deleteTheManifestOnly);
        assertThatThrownBy(killed::discard).hasMessage("killed");

        assertOpensEmpty(new ViewFolder(view()));

        assertThat(views).isDirectoryNotContaining(file -> !file.equals(view()));
    }

    @Test
    void aCopyCanBeDiscardedBesideTheRestOfAnEarlierOne() throws Exception {
        fill(new ViewFolder(view()));
        ViewFolder killed = new ViewFolder(view(), ViewFolderTest::deleteTheManifestOnly);
        assertThatThrownBy(killed::discard).hasMessage("killed");
        Files.createDirectory(view());

        new ViewFolder(view()).discard();

        assertThat(views).isEmptyDirectory();
    }

    /** Without it RocksDB opens nothing. */
    private static void deleteTheManifestOnly(Path file) throws IOException {
        if (file.getFileName().toString().startsWith("MANIFEST")) {
            Files.delete(file);
            throw new IOException("killed");
        }
    }
}
