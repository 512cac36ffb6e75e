package com.movieexample.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.launcher.terminal.ExitCodes;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

// A thread of its own: waiting for puts hears no interrupt.
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class RatingsFileTest {
    private static final RatingEvent PUT = RatingEvent.newBuilder()
            .setType(RatingEventType.RATING_EVENT_TYPE_PUT)
            .setUserId("7")
            .setRecordId("1")
            .setRecordType("movie")
            .setValue(450)
            .setProviderId("web")
            .build();
    private static final RatingEvent DATED =
            PUT.toBuilder().setRatedAt(1_000_000_000_123L).build();
    private static final RatingEvent DELETE = RatingEvent.newBuilder()
            .setType(RatingEventType.RATING_EVENT_TYPE_DELETE)
            .setUserId("8")
            .setRecordId("1")
            .setRecordType("series")
            .build();

    @TempDir
    Path folder;

    private FileImport imports;

    @BeforeEach
    void prepare() {
        imports = new FileImport(folder);
    }

    @Test
    void theElementsOfAnArrayAreEvents() {
        int exitCode = imports.run(
                RatingsFile::new,
                "ratings.json",
                "[{\"userId\":\"7\",\"recordId\":\"1\",\"value\":4.50,\"providerId\":\"web\"},",
                " {\"userId\":\"7\",\"recordId\":\"1\",\"recordType\":\"movie\",\"value\":4.5,\"providerId\":\"web\",",
                "  \"eventType\":\"PUT\",\"ratedAt\":\"2001-09-09T03:46:40.123+02:00\"},",
                " {\"userId\":\"8\",\"recordId\":\"1\",\"recordType\":\"series\",\"value\":0,\"eventType\":\"delete\"}]");

        assertThat(exitCode).isZero();
        assertThat(imports.target.ratings).containsExactly(PUT, DATED, DELETE);
        assertThat(imports.recorded.out()).contains("Imported 2 ratings and 1 delete in ");
    }

    @Test
    void linesOfJsonAndOfCsvAreTheSameEvents() {
        imports.run(
                RatingsFile::new,
                "ratings.ndjson",
                "{\"userId\":\"7\",\"recordId\":\"1\",\"value\":4.5,\"providerId\":\"web\"}",
                "{\"userId\":\"8\",\"recordId\":\"1\",\"recordType\":\"series\",\"eventType\":\"DELETE\"}");
        imports.run(
                RatingsFile::new,
                "ratings.csv",
                "recordId,userId,value,providerId,eventType,recordType,ratedAt",
                "1,7,4.5,web,,,",
                "1,7,4.5,web,put,movie,2001-09-09T01:46:40.123Z",
                "1,8,3,,delete,series,");

        assertThat(imports.target.ratings).containsExactly(PUT, DELETE, PUT, DATED, DELETE);
    }

    @Test
    void badEventsAreListedWithTheirPlaceAndStopNoGoodOnes() throws IOException {
        int exitCode = imports.run(
                RatingsFile::new,
                "ratings.json",
                "[7, {\"userId\":7,\"recordId\":\"1\",\"value\":4.5},",
                "{\"userId\":\"7\",\"recordId\":\"1\",\"value\":\"4.5\"},",
                "{\"userId\":\"7\",\"recordId\":\"1\",\"value\":4.50000000000000000001},",
                "{\"userId\":\"7\",\"recordId\":\"1\",\"value\":4.5,\"eventType\":\"change\"},",
                "{\"userId\":\"7\",\"recordId\":\"1\",\"value\":4.5,\"ratedAt\":\"yesterday\"},",
                "{\"userId\":\"7\",\"recordId\":\"1\",\"value\":4.5,\"ratedAt\":\"+999999999-01-01T00:00:00Z\"},",
                "{\"userId\":\"7\",\"recordId\":\"1\",\"value\":4.5,\"providerId\":\"web\"}]");

        assertThat(exitCode).isEqualTo(1);
        assertThat(imports.target.ratings).containsExactly(PUT);
        assertThat(imports.rejected())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("ratings.json[0]: body is \"7\", expected an object"),
                        line -> assertThat(line)
                                .isEqualTo("ratings.json[1]: userId is \"7\", expected text"
                                        + " | {\"userId\":7,\"recordId\":\"1\",\"value\":4.5}"),
                        line -> assertThat(line).startsWith("ratings.json[2]: value is \"4.5\", expected a number"),
                        line -> assertThat(line).startsWith("ratings.json[3]: value is \"4.50000000000000000001\""),
                        line -> assertThat(line)
                                .startsWith("ratings.json[4]: eventType is \"change\", expected put or delete"),
                        line -> assertThat(line)
                                .startsWith("ratings.json[5]: ratedAt is \"yesterday\", expected an RFC 3339 time"),
                        line -> assertThat(line).startsWith("ratings.json[6]: ratedAt is "));
    }

    @Test
    void whatIsMalformedEndsTheImportWithHowFarItGotAndWhere() {
        int exitCode = imports.run(
                RatingsFile::new,
                "ratings.json",
                "[{\"userId\":\"7\",\"recordId\":\"1\",\"value\":4.5},",
                " {\"userId\":\"7\" \"recordId\"}]");

        assertThat(exitCode).isEqualTo(ExitCodes.USAGE);
        assertThat(imports.target.ratings).hasSize(1);
        assertThat(imports.recorded.out())
                .contains("Stopped after 1 rating. Import the file again to go on: dated events stay as they are");
        assertThat(imports.recorded.err()).contains("ratings.json is malformed at line 2, column ", "element [1]");
    }

    @Test
    void anArrayThatBreaksOffIsMalformedToo() {
        assertThat(imports.run(
                        RatingsFile::new, "ratings.json", "[{\"userId\":\"7\",\"recordId\":\"1\",\"value\":4.5},"))
                .isEqualTo(ExitCodes.USAGE);

        assertThat(imports.target.ratings).hasSize(1);
    }

    @Test
    void nothingMayStandBehindTheArray() {
        assertThat(imports.run(
                        RatingsFile::new, "ratings.json", "[{\"userId\":\"7\",\"recordId\":\"1\",\"value\":4.5}] []"))
                .isEqualTo(ExitCodes.USAGE);

        assertThat(imports.recorded.err()).contains("ratings.json goes on behind its array");
    }

    @Test
    void undatedEventsOfOneRatingKeepTheirOrder() {
        imports.target.slow = true;

        assertThat(imports.run(
                        RatingsFile::new,
                        "ratings.csv",
                        "userId,recordId,value,providerId",
                        "7,1,4.5,first",
                        "8,1,4.5,other",
                        "7,1,3,second",
                        "7,1,2,third"))
                .isZero();

        assertThat(imports.target.answeredBefore("second")).contains("first");
        assertThat(imports.target.answeredBefore("third")).contains("second");
    }
}
