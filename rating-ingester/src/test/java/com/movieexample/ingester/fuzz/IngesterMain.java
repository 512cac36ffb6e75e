package com.movieexample.ingester.fuzz;

import com.movieexample.ingester.RatingIngester;
import com.movieexample.runtime.admission.Limits;
import com.movieexample.runtime.discovery.StaticServiceRegistry;
import com.movieexample.runtime.process.Exposure;
import com.movieexample.runtime.process.ServiceProcess;
import com.movieexample.runtime.process.ServiceSetup;
import com.movieexample.topics.KafkaClients;
import com.movieexample.topics.Topics;
import com.movieexample.topics.provisioning.LogOpening;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A rating-ingester in a process of its own, until its input ends. Says its HTTP port, and after each line of input its
 * {@link Footprint}. Arguments: bootstrap servers, prefix of the topics, partitions of the ratings, address of an aggregator.
 */
final class IngesterMain {
    /** All requests come from one address, which may therefore take what all may. */
    private static final Limits LIMITS = new Limits(
            Limits.DEFAULT.bodyBytes(),
            Limits.DEFAULT.connections(),
            Limits.DEFAULT.idle(),
            Limits.DEFAULT.bodyTime(),
            Limits.DEFAULT.writeBytes(),
            Limits.DEFAULT.writeBytes(),
            Limits.DEFAULT.clientRate());

    /** So short that a write which waits to become visible costs no time, though it never does. */
    private static final Duration POSITION_TIMEOUT = Duration.ofMillis(30);

    private IngesterMain() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        // Nobody reads what is logged while it runs, and a full pipe would hold it up.
        System.setOut(System.err);
        Topics topics = new Topics(arguments[1], Integer.parseInt(arguments[2]), 1);
        KafkaClients clients = new KafkaClients(arguments[0], Map.of());
        MarqueeLog log = new LogOpening(clients, topics, EventRules.DEFAULT, Optional.of((short) 1)).open();
        ServiceSetup setup = new ServiceSetup(
                "rating",
                "127.0.0.1",
                Optional.empty(),
                "0.1.0",
                new ServiceSetup.Port(0, "--port"),
                new ServiceSetup.Port(0, "--grpc-port"),
                StaticServiceRegistry.of(Map.of("rating-aggregator", arguments[3])),
                Duration.ZERO,
                new Exposure(LIMITS, Optional.empty(), Optional.empty(), Set.of()));
        try (ServiceProcess process = RatingIngester.create(log, POSITION_TIMEOUT, setup)) {
            process.start();
            answers.println(process.httpPort());
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (input.readLine() != null) {
                answers.println(footprint().toLine());
            }
        }
    }

    private static Footprint footprint() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long buffers = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        long open = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
        return new Footprint(heap + buffers, ManagementFactory.getThreadMXBean().getThreadCount(), open);
    }
}
