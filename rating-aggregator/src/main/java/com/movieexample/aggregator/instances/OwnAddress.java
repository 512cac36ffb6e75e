package com.movieexample.aggregator.instances;

import com.movieexample.runtime.process.ServiceProcess;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.HostInfo;

/** How the other instances reach this one: known once its gRPC server listens. Thread-safe. */
public final class OwnAddress implements Supplier<HostInfo> {
    private volatile ServiceProcess process;

    /** To be called before anybody asks. */
    public void isThatOf(ServiceProcess thisInstance) {
        process = thisInstance;
    }

    /** @throws IllegalStateException while it does not listen */
    @Override
    public HostInfo get() {
        return new HostInfo(process.advertisedHost(), process.grpcPort());
    }
}
