package com.movieexample.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.Positions;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.launcher.terminal.RecordedTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRunTest {
    @TempDir
    Path path;

    private final FakeTarget target = new FakeTarget();
    private final RecordedTerminal recorded = RecordedTerminal.piped();
    private MovieLensSample sample;
    private Path rejected;
    private Positions awaited = Positions.NONE;

    @BeforeEach
    void makeFolder() {
        sample = MovieLensSample.in(path);
        rejected = path.resolve("rejected.txt");
    }

    @Test
    void aGoodFolderIsTakenWhole() {
        assertThat(run()).isZero();

        assertThat(target.movies)
                .containsExactly(
                        Metadata.newBuilder()
                                .setId("1")
                                .setTitle("Low Tide")
                                .setYear(1998)
                                .addGenres("Drama")
                                .addGenres("Mystery")
                                .putAllExternalIds(Map.of("imdb", "tt0100001", "tmdb", "501"))
                                .build(),
                        Metadata.newBuilder()
                                .setId("2")
                                .setTitle("Lamp, The")
                                .setYear(2004)
                                .putExternalIds("imdb", "tt0100002")
                                .build());
        assertThat(target.ratings).extracting(RatingEvent::getUserId).containsExactly("7", "8");
        assertThat(target.closed).isTrue();
        assertThat(recorded.out())
                .contains("Imported 2 movies and 2 ratings in ")
                .contains("No line was rejected.");
        assertThat(recorded.err()).isEmpty();
        assertThat(rejected).doesNotExist();
    }

    @Test
    void itWaitsForAllItHasWrittenAndSaysHowThatWent() {
        run();

        assertThat(awaited).hasToString("movie-metadata/0:1,ratings/1:1");
        assertThat(recorded.out()).endsWith(String.format("visible%n"));
    }

    @Test
    void badLinesAreListedAndStopNoGoodOnes() throws IOException {
        sample.movies("1,Low Tide (1998),Drama", "x,Lamp (2004),Drama", "3,\"Never closed (1990),Drama", "4,Raft,")
                .ratings("7,1,4.5,1000000000", "8,1,five,1000000001", "9,1,4.5", "10,1,5.0,1000000002")
                .links("1,0100001,501", "2,oops,502");

        assertThat(run()).isEqualTo(ExitCodes.FINDINGS);

        assertThat(target.movies).extracting(Metadata::getTitle).containsExactly("Low Tide", "Raft");
        assertThat(target.ratings).extracting(RatingEvent::getUserId).containsExactly("7", "10");
        assertThat(recorded.out()).contains("5 rejected, listed with line and reason in " + rejected);
        assertThat(Files.readAllLines(rejected))
                .containsExactly(
                        "links.csv:3: imdbId is \"oops\", expected a whole number | 2,oops,502",
                        "movies.csv:3: movieId is \"x\", expected a whole number | x,Lamp (2004),Drama",
                        "movies.csv:4: line is \"3,\"Never closed (1990),Drama\", expected quotes only in pairs around"
                                + " whole values | 3,\"Never closed (1990),Drama",
                        "ratings.csv:3: rating is \"five\", expected a number with at most two decimals, for example 4.5"
                                + " | 8,1,five,1000000001",
                        "ratings.csv:4: number of columns is \"3\", expected 4: userId,movieId,rating,timestamp"
                                + " | 9,1,4.5");
    }

    @Test
    void whatTheTargetRefusesIsListedWithItsLine() throws IOException {
        target.refusedTitles.put("Low Tide", "title is too wet");

        assertThat(run()).isEqualTo(ExitCodes.FINDINGS);

        assertThat(target.movies).extracting(Metadata::getId).containsExactly("2");
        assertThat(Files.readAllLines(rejected))
                .containsExactly("movies.csv:2: title is too wet | 1,Low Tide (1998),Drama|Mystery");
    }

    @Test
    void aLineThatIsNotUtf8IsListedToo() throws IOException {
        Files.write(path.resolve("ratings.csv"), new byte[] {(byte) 0xE9, '\n'}, StandardOpenOption.APPEND);

        assertThat(run()).isEqualTo(ExitCodes.FINDINGS);

        assertThat(target.ratings).hasSize(2);
        assertThat(Files.readAllLines(rejected))
                .containsExactly("ratings.csv:4: line is \"\uFFFD\", expected UTF-8 | \uFFFD");
    }

    @Test
    void emptyLinesAreNoLinesToReject() {
        sample.ratings("", "7,1,4.5,1000000000", "");

        assertThat(run()).isZero();
        assertThat(target.ratings).hasSize(1);
    }

    @Test
    void aTargetThatIsGoneEndsTheImportWithHowFarItGot() {
        target.fatalUsers.add("8");

        assertThat(run()).isEqualTo(ExitCodes.ENVIRONMENT);

        assertThat(recorded.out()).contains("Stopped after 2 movies and 1 rating.");
        assertThat(recorded.err()).isEqualTo(String.format("marquee: the target is gone%n"));
        assertThat(target.closed).isTrue();
    }

    @Test
    void aTargetThatCannotBeOpenedIsOneClearLine() {
        Destination nowhere = new FakeDestination() {
            @Override
            public ImportTarget open() {
                throw new ImportFailedException("rating-ingester at h:1 is not reachable");
            }
        };

        int exitCode = new ImportRun(recorded.terminal(), nowhere, sample.folder(), rejected).exitCode();

        assertThat(exitCode).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(recorded.err()).isEqualTo(String.format("marquee: rating-ingester at h:1 is not reachable%n"));
        assertThat(recorded.out()).isEmpty();
    }

    @Test
    void aFolderThatIsNotMovieLensIsRefusedBeforeAnythingIsPut() throws IOException {
        Files.writeString(path.resolve("ratings.csv"), "user,item,stars\n");

        assertThat(run()).isEqualTo(ExitCodes.USAGE);

        assertThat(target.movies).isEmpty();
        assertThat(recorded.err()).contains("ratings.csv is not MovieLens's");
    }

    @Test
    void aListThatCannotBeWrittenEndsTheImport() {
        sample.ratings("bad");
        rejected = path.resolve("nowhere/rejected.txt");

        assertThat(run()).isEqualTo(ExitCodes.USAGE);

        assertThat(recorded.err()).contains("rejected.txt can't be written");
    }

    @Test
    void importingTwicePutsTheSameTwice() {
        run();
        run();

        assertThat(target.ratings.subList(0, 2)).isEqualTo(target.ratings.subList(2, 4));
        assertThat(target.movies.subList(0, 2)).isEqualTo(target.movies.subList(2, 4));
    }

    private int run() {
        return new ImportRun(recorded.terminal(), new FakeDestination(), sample.folder(), rejected).exitCode();
    }

    private class FakeDestination implements Destination {
        @Override
        public ImportTarget open() {
            return target;
        }

        @Override
        public int inFlight() {
            return 1;
        }

        @Override
        public Optional<String> awaitVisible(Positions positions) {
            awaited = positions;
            return Optional.of("visible");
        }
    }
}
