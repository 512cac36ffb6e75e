package com.movieexample.bench.up;

import com.movieexample.bench.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Linux says of a process, in MiB.
 *
 * @param resident now: heap, native memory, and pages of files that it has mapped
 * @param peak the greatest so far
 */
record ProcessMemory(double resident, double peak) {
    private static final String UNIT = " kB";
    private static final double KIB_PER_MIB = 1024;

    /** @throws BenchException where there is no {@code /proc} */
    static ProcessMemory of(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            throw new BenchException(status + " is missing: memory is measured on Linux only, of a running process");
        }
        return parse(Files.readAllLines(status));
    }

    static ProcessMemory parse(List<String> status) {
        return new ProcessMemory(mebibytes(status, "VmRSS:"), mebibytes(status, "VmHWM:"));
    }

    private static double mebibytes(List<String> status, String name) {
        return status.stream()
                        .filter(line -> line.startsWith(name) && line.endsWith(UNIT))
                        .map(line -> line.substring(name.length(), line.length() - UNIT.length())
                                .strip())
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElseThrow(() -> new BenchException("the status of the process has no " + name + " in kB"))
                / KIB_PER_MIB;
    }
}
