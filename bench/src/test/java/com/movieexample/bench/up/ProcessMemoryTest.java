package com.movieexample.bench.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.bench.BenchException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessMemoryTest {
    @Test
    void readsResidentMemoryAndPeakInMebibytes() {
        List<String> status = List.of("Name:\tjava", "VmHWM:\t 2097152 kB", "VmRSS:\t  524288 kB", "Threads:\t90");

        assertThat(ProcessMemory.parse(status)).isEqualTo(new ProcessMemory(512, 2048));
    }

    @Test
    void saysWhatAStatusLacks() {
        assertThatThrownBy(() -> ProcessMemory.parse(List.of("Name:\tzombie")))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("VmRSS");
    }
}
