package com.movieexample.bench.process;

import com.movieexample.broker.EmbeddedBroker;
import com.movieexample.broker.EmbeddedBrokerConfig;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker until it is told to stop. Argument: its data folder. */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedBroker broker = EmbeddedBroker.start(
                EmbeddedBrokerConfig.in(Path.of(arguments[0])).onFreePorts());
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-stop"));
        System.out.println(BrokerProcess.READY + broker.bootstrapServers());
        new CountDownLatch(1).await();
    }
}
