package com.movieexample.launcher.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.testkit.TestBroker;
import com.movieexample.testkit.TestTopics;
import com.movieexample.topics.provisioning.LogMismatchException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder that was built on one cluster, used with another. */
class OtherClusterIT {
    @TempDir
    private Path folder;

    @Test
    void theStateAndTheViewsOfADataFolderRefuseAnotherCluster() throws Exception {
        String prefix = "--topic-prefix=" + TestTopics.uniqueName("other") + ".";
        String otherCluster = "--bootstrap-servers=" + TestBroker.bootstrapServers();
        RunningMarquee.start(folder, prefix).close();

        assertThatThrownBy(() -> RunningMarquee.start(folder, prefix, otherCluster))
                .isInstanceOf(LogMismatchException.class)
                .hasMessageStartingWith("the state folder " + folder.resolve("rating-aggregator") + " was built from")
                .hasMessageEndingWith("or remove the folder to build the view again.");

        Files.move(folder.resolve("rating-aggregator"), folder.resolve("removed"));
        assertThatThrownBy(() -> RunningMarquee.start(folder, prefix, otherCluster))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(" can't go on: the view ")
                .hasMessageContaining("was built from cluster and topic");
    }
}
