package com.movieexample.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JvmFiguresTest {
    @Test
    void areSumsOverPoolsAndCauses() {
        List<String> metrics = List.of(
                "# TYPE jvm_memory_used_bytes gauge",
                "jvm_memory_used_bytes{area=\"heap\",id=\"G1 Eden Space\"} 1048576.0",
                "jvm_memory_used_bytes{area=\"heap\",id=\"G1 Old Gen\"} 3.145728E7",
                "jvm_memory_used_bytes{area=\"nonheap\",id=\"Metaspace\"} 9.0E7",
                "jvm_gc_pause_seconds_sum{action=\"end of minor GC\"} 0.5",
                "jvm_gc_pause_seconds_sum{action=\"end of major GC\"} 0.25",
                "jvm_gc_pause_seconds_max{action=\"end of major GC\"} 0.2");

        assertThat(JvmFigures.parse(metrics)).isEqualTo(new JvmFigures(31, 0.75));
    }
}
