package com.movieexample.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherSessionListener;

class SharedBrokerIT {
    @Test
    void everyTestGetsTheSameBroker() {
        assertThat(TestBroker.bootstrapServers()).isEqualTo(TestBroker.bootstrapServers());
    }

    @Test
    void itTakesTopics() throws Exception {
        String topic = TestTopics.uniqueName("itTakesTopics");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get(30, TimeUnit.SECONDS);

            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains(topic);
        }
    }

    @Test
    void stoppingTakesTheFolderAwayAndTheNextTestGetsANewBroker() throws Exception {
        TestBroker.bootstrapServers();
        Path folder = TestBroker.folder().orElseThrow();
        assertThat(folder).isDirectory();

        TestBroker.stop();

        assertThat(folder).doesNotExist();
        assertThat(TestBroker.folder()).isEmpty();
        assertThat(TestBroker.bootstrapServers()).isNotBlank();
    }

    @Test
    void junitFindsTheListenerThatEndsIt() {
        assertThat(ServiceLoader.load(LauncherSessionListener.class))
                .hasAtLeastOneElementOfType(TestBrokerSession.class);
    }
}
