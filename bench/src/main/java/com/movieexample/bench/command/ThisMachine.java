package com.movieexample.bench.command;

import com.movieexample.bench.report.Machine;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/** Asks the machine what it is. What it does not tell is called unknown. */
final class ThisMachine {
    private static final String UNKNOWN = "unknown";

    private ThisMachine() {}

    /** @param work whose disk is the one to describe */
    static Machine describe(Path work) throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                system.getAvailableProcessors(),
                processor(Path.of("/proc/cpuinfo")),
                system.getTotalMemorySize(),
                disk(Files.getFileStore(work)),
                "%s %s, %s".formatted(system.getName(), system.getVersion(), system.getArch()),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                AppInfoParser.getVersion());
    }

    static String processor(Path cpuInfo) {
        try (Stream<String> lines = Files.lines(cpuInfo)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static String disk(FileStore store) {
        return "%s, %s".formatted(kindOf(store.name()), store.type());
    }

    /** Linux says of a block device whether it turns; a partition's device is the folder above. */
    private static String kindOf(String device) {
        Path block = Path.of("/sys/class/block", device.substring(device.lastIndexOf('/') + 1));
        try {
            Path real = block.toRealPath();
            Path own = real.resolve("queue/rotational");
            Path turns = Files.exists(own) ? own : real.resolveSibling("queue").resolve("rotational");
            return Files.readString(turns).strip().equals("1") ? "hard disk" : "solid state disk";
        } catch (IOException e) {
            return "unknown kind of disk";
        }
    }
}
