package com.movieexample.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeakMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void isReadFromTheStatusOfAProcess() throws IOException {
        Path status = Files.writeString(folder.resolve("status"), "VmPeak:\t9 kB\nVmHWM:\t  2048 kB\nVmRSS:\t7 kB\n");

        assertThat(PeakMemory.ofProcess(status)).isEqualTo(2 << 20);
        assertThat(PeakMemory.ofProcess(folder.resolve("missing"))).isZero();
    }
}
