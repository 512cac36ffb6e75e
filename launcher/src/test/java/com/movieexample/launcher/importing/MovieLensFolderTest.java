package com.movieexample.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovieLensFolderTest {
    @TempDir
    Path path;

    private MovieLensFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = MovieLensSample.in(path).folder();
    }

    @Test
    void aFolderWithTheThreeFilesIsRight() {
        assertThatCode(folder::check).doesNotThrowAnyException();
    }

    @Test
    void aByteOrderMarkBeforeTheHeaderIsRightToo() throws IOException {
        Files.writeString(path.resolve("links.csv"), "\uFEFFmovieId,imdbId,tmdbId");

        assertThatCode(folder::check).doesNotThrowAnyException();
    }

    @Test
    void aFileOpensBehindItsHeader() throws IOException {
        try (SourceFile links = SourceFile.open(path.resolve("links.csv"))) {
            assertThat(folder.behindHeader(MovieLensFile.LINKS, links).next())
                    .hasValueSatisfying(line -> assertThat(line.number()).isEqualTo(2));
        }
    }

    @Test
    void whatIsNoFolderIsRefused() {
        assertThatThrownBy(new MovieLensFolder(path.resolve("nowhere"))::check)
                .isInstanceOf(UnusableFileException.class)
                .hasMessage(path.resolve("nowhere") + " is not a folder");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(path.resolve("ratings.csv"));

        assertThatThrownBy(folder::check)
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("has no ratings.csv");
    }

    @Test
    void anotherHeaderIsShownWithTheExpectedOne() throws IOException {
        Files.writeString(path.resolve("movies.csv"), "id;title\n1;Low Tide\n");

        assertThatThrownBy(folder::check)
                .isInstanceOf(UnusableFileException.class)
                .hasMessage(path.resolve("movies.csv")
                        + " is not MovieLens's: its first line is \"id;title\", expected movieId,title,genres");
    }
}
