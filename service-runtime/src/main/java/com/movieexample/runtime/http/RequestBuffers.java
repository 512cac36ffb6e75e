package com.movieexample.runtime.http;

import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;

/**
 * Jetty's pool of buffers, but what requests are read into is new each time. Where a request is malformed, two of Jetty's
 * threads may give its buffer back, and with a pool that would be the buffer of another connection by then: its request
 * would be handled twice, and each later answer over it would be to the request before. Jetty 12.1.12 and 12.1.13 do so.
 *
 * <p>Requests are told by their buffers being on the heap, see {@link JettySetup}.
 */
final class RequestBuffers extends ByteBufferPool.Wrapper {
    RequestBuffers() {
        super(new ArrayByteBufferPool());
    }

    @Override
    public RetainableByteBuffer.Mutable acquire(int size, boolean direct) {
        return direct ? super.acquire(size, true) : ByteBufferPool.NON_POOLING.acquire(size, false);
    }
}
