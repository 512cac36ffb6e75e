package com.movieexample.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Reads what Linux notes of a process. */
public final class PeakMemory {
    private static final String MOST_RESIDENT = "VmHWM:";

    private PeakMemory() {}

    /**
     * The most bytes that were resident at any time; 0 where the system does not say.
     *
     * @param status such as {@code /proc/self/status}
     */
    public static long ofProcess(Path status) throws IOException {
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(MOST_RESIDENT))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kibibytes -> Long.parseLong(kibibytes) * 1024)
                    .findFirst()
                    .orElse(0);
        }
    }
}
