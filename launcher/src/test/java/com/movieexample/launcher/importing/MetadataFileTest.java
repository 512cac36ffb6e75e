package com.movieexample.launcher.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.Metadata;
import com.movieexample.launcher.terminal.ExitCodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// A thread of its own: waiting for puts hears no interrupt.
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class MetadataFileTest {
    private static final Metadata LOW_TIDE = Metadata.newBuilder()
            .setId("Low_Tide_(50%25)/1, a")
            .setTitle("Low Tide")
            .setDescription("A lamp, \"lit\".\nIt burns.")
            .setDirector("A. Body, B. Body")
            .setYear(1998)
            .addGenres("Drama")
            .addGenres("Mystery")
            .putExternalIds("imdb", "tt0100001")
            .build();

    @TempDir
    Path folder;

    private FileImport imports;

    @BeforeEach
    void prepare() {
        imports = new FileImport(folder);
    }

    @Test
    void columnsAreTakenByTheirNamesAndIdsAsTheyAre() {
        int exitCode = imports.run(
                MetadataFile::new,
                "films.csv",
                "year,id,title,director,genres,cast,description,externalIds",
                "1998,\"Low_Tide_(50%25)/1, a\",Low Tide,\"A. Body, B. Body\",Drama|Mystery,C. Body,"
                        + "\"A lamp, \"\"lit\"\".",
                "It burns.\",imdb=tt0100001",
                "",
                "",
                ",2,Lamp,,,,,");

        assertThat(exitCode).isZero();
        assertThat(imports.target.movies)
                .containsExactly(
                        LOW_TIDE,
                        Metadata.newBuilder().setId("2").setTitle("Lamp").build());
        assertThat(imports.recorded.out())
                .contains("Imported 2 movies in ")
                .contains("Passed over, as columns that mean nothing here: cast.")
                .contains("No line was rejected.");
    }

    @Test
    void linesOfJsonArePutAsTheyAreToo() throws IOException {
        int exitCode = imports.run(
                MetadataFile::new,
                "films.ndjson.gz",
                FileImport.packed(
                        "{\"id\":\"Low_Tide_(50%25)/1, a\",\"title\":\"Low Tide\",\"director\":\"A. Body, B. Body\","
                                + "\"description\":\"A lamp, \\\"lit\\\".\\nIt burns.\",\"year\":1998,"
                                + "\"genres\":[\"Drama\",\"Mystery\"],\"externalIds\":{\"imdb\":\"tt0100001\"}}\r",
                        "", " ", "{\"id\":\"2\",\"titel\":\"Lamp\"}"));

        assertThat(exitCode).isEqualTo(1);
        assertThat(imports.target.movies).containsExactly(LOW_TIDE);
        assertThat(imports.rejected())
                .singleElement()
                .asString()
                .startsWith("films.ndjson.gz:4: titel is \"titel\", expected a known field: ")
                .endsWith(" | {\"id\":\"2\",\"titel\":\"Lamp\"}");
    }

    @Test
    void ofAnIdThatIsThereTwiceTheLastRecordStandsAndTheIdIsNamed() {
        assertThat(imports.run(
                        MetadataFile::new, "films.csv", "id,title", "1,Old", "2,Lamp", "1,Newer", "3,Raft", "1,New"))
                .isZero();

        assertThat(imports.target.movies)
                .extracting(Metadata::getTitle)
                .containsExactly("Old", "Lamp", "Newer", "Raft", "New");
        assertThat(imports.recorded.out().lines().toList())
                .anyMatch(line -> line.startsWith("Imported 3 movies in "))
                .containsSequence("The file has 1 id more than once; the last record of each stands:", "  1");
    }

    @Test
    void aRepeatedIdWaitsForThePutBefore() {
        imports.target.slow = true;

        assertThat(imports.run(MetadataFile::new, "films.csv", "id,title", "1,Old", "2,Lamp", "1,New"))
                .isZero();

        assertThat(imports.target.movies).extracting(Metadata::getTitle).endsWith("New");
        assertThat(imports.target.answeredBefore("New")).contains("Old");
    }

    @Test
    void ofVeryManyRepeatedIdsTheFirstAreNamedAndAllAreCounted() {
        String[] lines =
                IntStream.range(0, 250).mapToObj(i -> i % 125 + ",Film").toArray(String[]::new);
        String[] file = new String[251];
        file[0] = "id,title";
        System.arraycopy(lines, 0, file, 1, 250);

        assertThat(imports.run(MetadataFile::new, "films.csv", file)).isZero();

        assertThat(imports.recorded.out())
                .contains("Imported 125 movies in ")
                .contains("The file has 125 ids more than once")
                .contains("  and 25 more");
    }

    @Test
    void aQuoteThatIsNeverClosedSpoilsItsOwnLineOnly() throws IOException {
        int exitCode = imports.run(
                MetadataFile::new,
                "films.csv",
                "id,title,description",
                "1,Low Tide,\"A lamp",
                "2,Lamp,\"Two",
                "lines\"",
                "3,Raft,x",
                "4,5\" Disk,y",
                "5,Sea,z",
                "6,Shore,z");

        assertThat(exitCode).isEqualTo(1);
        assertThat(imports.target.movies).extracting(Metadata::getId).containsExactly("2", "3", "4", "5", "6");
        assertThat(imports.target.movies.get(0).getDescription()).isEqualTo("Two\nlines");
        assertThat(imports.rejected())
                .containsExactly("films.csv:2: line is \"1,Low Tide,\"A lamp\", expected quotes only in pairs around"
                        + " whole values | 1,Low Tide,\"A lamp");
    }

    @Test
    void aQuoteThatIsClosedTooFarOffIsNeverClosed() throws IOException {
        String films = "2,Lamp,x\n".repeat(1_000);

        assertThat(imports.run(
                        MetadataFile::new,
                        "films.csv",
                        "id,title,description",
                        "1,Low Tide,\"A lamp",
                        films + "3,Raft,burns\""))
                .isEqualTo(1);

        assertThat(imports.target.movies).hasSize(1_001);
        assertThat(imports.rejected()).singleElement().asString().startsWith("films.csv:2: ");
    }

    @Test
    void badRecordsAreListedWithTheirPlaceAndStopNoGoodOnes() throws IOException {
        byte[] content = """
                id,title,year
                1,Low Tide,MCM
                2,Lamp
                3,Raft,1999
                4,Caf\u00e9,1998
                5,Sea,
                """.getBytes(ISO_8859_1);

        assertThat(imports.run(MetadataFile::new, "films.csv", content)).isEqualTo(1);

        assertThat(imports.target.movies).extracting(Metadata::getId).containsExactly("3", "5");
        assertThat(imports.rejected())
                .containsExactly(
                        "films.csv:2: year is \"MCM\", expected a whole number | 1,Low Tide,MCM",
                        "films.csv:3: number of columns is \"2\", expected 3: id,title,year | 2,Lamp",
                        "films.csv:5: line is \"4,Caf\uFFFD,1998\", expected UTF-8 | 4,Caf\uFFFD,1998");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "films.txt  | id,title   | has a name of no known format, expected .csv, .ndjson, .json",
                "films.csv  | id,name    | begins with the line \"id,name\", expected the names of its columns",
                "films.csv  | id,title,id | expected the names of its columns, each once, at least id and title",
                "films.json | {}         | holds no JSON array"
            })
    void aFileOfAnotherKindIsRefusedBeforeAnythingIsPut(String name, String content, String why) {
        assertThat(imports.run(MetadataFile::new, name, content)).isEqualTo(ExitCodes.USAGE);

        assertThat(imports.recorded.err()).contains(folder.resolve(name) + " ", why);
        assertThat(imports.target.closed).isFalse();
    }

    @Test
    void aPackedFileThatBreaksOffEndsTheImportWithHowFarItGot() throws IOException {
        byte[] whole = FileImport.packed("id,title", "1,Low Tide", "2,Lamp");

        int exitCode = imports.run(MetadataFile::new, "films.csv.gz", Arrays.copyOf(whole, whole.length - 4));

        assertThat(exitCode).isEqualTo(ExitCodes.USAGE);
        assertThat(imports.recorded.err()).contains("films.csv.gz can't be read");
    }
}
