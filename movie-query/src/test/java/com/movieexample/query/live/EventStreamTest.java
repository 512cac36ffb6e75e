package com.movieexample.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.Problem;
import com.movieexample.runtime.http.TaggedJson;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private final Client client = new Client();
    private final List<EventStream<String>> ended = new ArrayList<>();
    private final EventStream<String> stream = EventStream.to(client, ended::add);

    /** Takes what is written only while it is ready. */
    private static final class Client extends ServletOutputStream {
        private final StringBuilder got = new StringBuilder();
        private WriteListener listener;
        private boolean ready = true;
        private boolean gone;

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener ofStream) {
            listener = ofStream;
        }

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            if (gone) {
                throw new IOException("gone");
            }
            assertThat(ready).isTrue();
            got.append(new String(bytes, StandardCharsets.UTF_8));
        }

        private void takesAgain() throws IOException {
            ready = true;
            listener.onWritePossible();
        }
    }

    private static Update<String> update(String state) {
        return new Update<>("movie", TaggedJson.of(state.getBytes(StandardCharsets.UTF_8), ""), () -> state);
    }

    private static String event(String state) {
        return "id: \nevent: movie\ndata: " + state + "\n\n";
    }

    @Test
    void eachStateIsSentToAClientThatTakesIt() throws IOException {
        client.takesAgain();
        stream.update(update("1"));
        stream.update(update("2"));

        assertThat(client.got).hasToString("retry: 2000\n\n" + event("1") + event("2"));
    }

    @Test
    void aClientThatTakesNothingGetsTheNewestStateAndNoBacklog() throws IOException {
        client.takesAgain();
        client.ready = false;
        for (int state = 1; state <= 1_000; state++) {
            stream.update(update(Integer.toString(state)));
        }
        stream.beat();
        client.takesAgain();

        assertThat(client.got).hasToString("retry: 2000\n\n" + event("1000"));
    }

    @Test
    void aQuietStreamHasABeat() throws IOException {
        client.takesAgain();
        stream.beat();

        assertThat(client.got.toString()).endsWith(":\n\n");
    }

    @Test
    void aClientThatWentAwayEndsTheStreamOnce() throws IOException {
        client.takesAgain();
        client.gone = true;
        stream.update(update("1"));
        stream.update(update("2"));
        stream.onError(new IOException("again"));

        assertThat(ended).containsExactly(stream);
        assertThat(stream.ended()).isDone();
    }

    @Test
    void aFailureIsTheLastEvent() throws IOException {
        client.ready = false;
        stream.fail(Problem.of(ErrorKind.UNAVAILABLE, "not now"));
        assertThat(stream.ended()).isNotDone();
        client.takesAgain();

        assertThat(client.got.toString()).contains("event: problem\ndata: {").contains("not now");
        assertThat(stream.ended()).isDone();
    }
}
