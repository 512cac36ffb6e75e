package com.movieexample.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.io.RetainableByteBuffer;
import org.junit.jupiter.api.Test;

class RequestBuffersTest {
    private static final int SIZE = 8_192;

    private final RequestBuffers buffers = new RequestBuffers();

    @Test
    void aBufferOfARequestNeverBecomesThatOfAnother() {
        RetainableByteBuffer first = buffers.acquire(SIZE, false);
        first.release();

        assertThat(buffers.acquire(SIZE, false).getByteBuffer().array())
                .isNotSameAs(first.getByteBuffer().array());
    }

    @Test
    void buffersOfAnswersAreUsedAgain() {
        RetainableByteBuffer first = buffers.acquire(SIZE, true);
        first.release();

        assertThat(buffers.acquire(SIZE, true).getByteBuffer()).isSameAs(first.getByteBuffer());
    }
}
