package com.movieexample.launcher.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.movieexample.launcher.crash.CommandRun;
import com.movieexample.launcher.process.RunningMarquee;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views of the ratings as they stood at a time, beside the live one. */
class ArchiveIT {

    private static RunningMarquee marquee;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        marquee = RunningMarquee.start(folder.resolve("data"));
        marquee.put(marquee.addresses().metadata(), "/metadata", "{\"id\":\"603\",\"title\":\"The Matrix\"}");
        rate("neo", "2", "2010-01-01T00:00:00Z");
        rate("neo", "3", "2015-01-01T00:00:00Z");
        rate("trinity", "5", "2014-06-01T00:00:00Z");
        rate("morpheus", "1", "2015-01-01T00:00:00.001Z");
        rate("neo", "4.5", "2020-01-01T00:00:00Z");
        delete("trinity", "2016-01-01T00:00:00Z");
        await().until(() -> movie("").body().contains("\"count\":2,\"sum\":5.5"));
    }

    @AfterAll
    static void stop() throws Exception {
        marquee.close();
    }

    private static void rate(String user, String value, String ratedAt) throws Exception {
        HttpResponse<String> answer = marquee.put(
                marquee.addresses().rating(),
                "/v1/records/movie/603/ratings/" + user,
                "{\"value\":" + value + ",\"ratedAt\":\"" + ratedAt + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void delete(String user, String ratedAt) throws Exception {
        HttpResponse<String> answer = marquee.delete(
                marquee.addresses().rating(), "/v1/records/movie/603/ratings/" + user + "?ratedAt=" + ratedAt);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static HttpResponse<String> movie(String query) throws Exception {
        return marquee.get(marquee.addresses().movie(), "/v1/movies/603" + query);
    }

    private static CommandRun rebuild(String... arguments) {
        return new RebuildRuns(marquee.addresses()).rebuild(arguments);
    }

    @Test
    void anArchiveHasWhatWasDatedUntilItsTimeAndIsServedUntilItIsDropped() throws Exception {
        CommandRun built = rebuild("--as-of=2015-01-01", "--name=archive-2015");

        assertThat(built.exitCode()).as(built.output()).isZero();
        assertThat(built.output())
                .contains("Builds view archive-2015, the ratings as of 2015-01-01T00:00:00Z", "?view=archive-2015");
        HttpResponse<String> archived = movie("?view=archive-2015");
        assertThat(archived.body()).contains("\"count\":2,\"sum\":8,");
        assertThat(archived.headers().firstValue("Marquee-Generation")).contains("2");
        assertThat(marquee.get(marquee.addresses().movie(), "/v1/movies?ids=603&view=archive-2015")
                        .body())
                .contains("\"count\":2,\"sum\":8,");
        assertThat(movie("").body()).contains("\"count\":2,\"sum\":5.5");
        assertThat(rebuild("status").output())
                .containsPattern("(?m)^2 +archive archive-2015, as of 2015-01-01T00:00:00Z +6 +6 +100%$");

        // One that was found late belongs there; one of today does not.
        rate("cypher", "4", "2012-01-01T00:00:00Z");
        rate("dozer", "4", "2021-01-01T00:00:00Z");
        await().until(() -> movie("?view=archive-2015").body().contains("\"count\":3,\"sum\":12,"));

        assertThat(rebuild("--as-of=2016-01-01", "--name=archive-2015").output())
                .contains("there is an archive archive-2015 already");
        // The live view is built again beside it.
        CommandRun again = rebuild("--grace=0s");
        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(movie("?view=archive-2015").body()).contains("\"count\":3,\"sum\":12,");

        assertThat(rebuild("drop", "archive-2015").exitCode()).isZero();
        await().until(() -> movie("?view=archive-2015").statusCode() == 404);
        assertThat(movie("?view=archive-2015").body()).contains("there is no view archive-2015");
        assertThat(rebuild("drop", "archive-2015").output()).contains("there is no archive archive-2015");
    }

    @Test
    void wrongTimesAndNamesAreRefused() {
        assertThat(rebuild("--as-of=yesterday", "--name=x").output())
                .contains("yesterday", "expected a date such as 2015-01-01");
        assertThat(rebuild("--as-of=2015-01-01", "--name=A/B").output()).contains("1 to 63 of a-z, 0-9 and '-'");
        assertThat(rebuild("--as-of=2015-01-01").exitCode()).isEqualTo(2);
        assertThat(rebuild("--as-of=2015-01-01", "--name=x", "--hold").output()).contains("--as-of never switches");
    }
}
