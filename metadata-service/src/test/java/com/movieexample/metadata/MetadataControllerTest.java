package com.movieexample.metadata;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.Positions;
import com.movieexample.api.v1.Metadata;
import com.movieexample.runtime.access.Caller;
import com.movieexample.runtime.errors.ServiceException;
import com.movieexample.testkit.TestLogs;
import com.movieexample.topics.Ids;
import com.movieexample.topics.TopicWriter;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.view.LogEnds;
import com.movieexample.topics.view.MaxLag;
import com.movieexample.topics.view.MetadataView;
import com.movieexample.topics.view.ReadBounds;
import com.movieexample.topics.view.ReadGate;
import com.movieexample.topics.view.RocksMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before anything was started: neither the view nor a broker is there. */
class MetadataControllerTest {
    private static final Caller ANYBODY = Caller.open("127.0.0.1");
    private RocksMemory memory;
    private MetadataView view;
    private TopicWriter<Metadata> topic;
    private ReadGate gate;
    private MetadataController controller;

    @BeforeEach
    void create(@TempDir Path folder) {
        MarqueeLog log = TestLogs.unreachable();
        memory = new RocksMemory(1 << 20);
        view = new MetadataView(log, folder, memory, consumer -> {});
        topic = new TopicWriter<>(log.clients(), "test", log.topics().movieMetadata());
        gate = new ReadGate(
                log.topics(),
                Map.of(),
                new LogEnds(log.clients(), "test", List.of()),
                new ReadBounds(Duration.ofSeconds(1), MaxLag.NONE));
        controller = new MetadataController(new MetadataRepository(topic, view, gate, log.topics()), gate);
    }

    @AfterEach
    void close() {
        gate.close();
        topic.close();
        view.close();
        memory.close();
    }

    @Test
    void isUnavailableBeforeItsViewHasStarted() {
        assertThatThrownBy(() -> controller.get("603", Positions.NONE))
                .isInstanceOf(ServiceException.class)
                .hasMessage("metadata can't be read yet: not started");
    }

    @Test
    void refusesABadIdEvenWhileItCanNotRead() {
        assertThatThrownBy(() -> controller.get("a\nb", Positions.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("id is ");
    }

    @Test
    void refusesABadRecordBeforeItTouchesTheLog() {
        assertThatThrownBy(() -> controller.put(
                        ANYBODY, Metadata.newBuilder().setId("603").build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("title is empty, expected a title");
    }

    @Test
    void refusesNoIdsTooManyIdsAndBadOnes() {
        List<String> tooMany = IntStream.rangeClosed(0, Ids.MAX_BATCH)
                .mapToObj(Integer::toString)
                .toList();

        assertThatThrownBy(() -> controller.getAll(List.of(), Positions.NONE))
                .hasMessage("ids is \"0\", expected 1 to 100 ids");
        assertThatThrownBy(() -> controller.getAll(tooMany, Positions.NONE))
                .hasMessage("ids is \"101\", expected 1 to 100 ids");
        assertThatThrownBy(() -> controller.getAll(List.of("603", ""), Positions.NONE))
                .hasMessageStartingWith("ids is empty");
    }

    @Test
    void refusesToDeleteUnderABadId() {
        assertThatThrownBy(() -> controller.delete(ANYBODY, "")).hasMessageStartingWith("id is empty");
    }
}
