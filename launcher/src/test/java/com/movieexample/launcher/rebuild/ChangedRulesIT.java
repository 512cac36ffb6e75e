package com.movieexample.launcher.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.movieexample.launcher.crash.CommandRun;
import com.movieexample.launcher.process.RunningMarquee;
import com.movieexample.topics.provisioning.RulesMismatchException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another scale: refused at the start, reached by a rebuild, without a restart. */
class ChangedRulesIT {
    private static final String TEN = "1..10/1";

    private static HttpResponse<String> rate(RunningMarquee marquee, String user, String value) throws Exception {
        return marquee.put(
                marquee.addresses().rating(), "/v1/records/movie/603/ratings/" + user, "{\"value\":" + value + "}");
    }

    private static String aggregate(RunningMarquee marquee) throws Exception {
        return marquee.get(marquee.addresses().rating(), "/v1/records/movie/603/rating")
                .body();
    }

    @Test
    void aRebuildLeadsOverToAnotherScale(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        try (RunningMarquee marquee = RunningMarquee.start(data)) {
            assertThat(rate(marquee, "neo", "4").statusCode()).isEqualTo(200);
            assertThat(rate(marquee, "trinity", "4.5").statusCode()).isEqualTo(200);
            assertThat(rate(marquee, "morpheus", "8").statusCode()).isEqualTo(400);
            await().until(() -> aggregate(marquee).contains("\"count\":2,\"sum\":8.5"));
            RebuildRuns commands = new RebuildRuns(marquee.addresses());

            CommandRun refused = commands.rebuild("--default-scale=" + TEN);
            assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
            assertThat(refused.output())
                    .contains("By other rules than the live one", "Generations 1 and 2 differ:")
                    .contains("Generation 2 is what 2 events of the log come to", "1 of 1 record change:")
                    .containsPattern("movie/603 +2 +1 +4.25 +4");
            assertThat(commands.rebuild("--default-scale=1..100/1").output())
                    .contains("generation 2 is being built by other rules");
            CommandRun promoted = commands.rebuild("promote", "--accept-changes", "--grace=0s");
            assertThat(promoted.exitCode()).as(promoted.output()).isZero();

            await().until(() -> rate(marquee, "morpheus", "8").statusCode() == 200);
            assertThat(rate(marquee, "cypher", "4.5").statusCode()).isEqualTo(400);
            await().until(() -> aggregate(marquee).contains("\"count\":2,\"sum\":12"));
            commands.assertVerifies();
        }
        assertThatThrownBy(() -> RunningMarquee.start(data))
                .isInstanceOf(RulesMismatchException.class)
                .hasMessageContaining("marquee rebuild, with --scale, --default-scale or --tolerance");
        try (RunningMarquee marquee = RunningMarquee.start(data, "--scale-default=" + TEN)) {
            assertThat(rate(marquee, "tank", "10").statusCode()).isEqualTo(200);
            await().until(() -> aggregate(marquee).contains("\"count\":3,\"sum\":22"));
        }
    }
}
