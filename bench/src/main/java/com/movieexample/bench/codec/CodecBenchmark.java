package com.movieexample.bench.codec;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What JMH times: one message written, and read, in a JVM that has met no other format. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {
    /** Every format in turn. */
    @Param
    public Format format;

    /** Every sample in turn. */
    @Param
    public Sample sample;

    private Subject<?, ?> subject;

    /** Prepares the message, which is not timed. */
    @Setup
    public void prepare() {
        subject = sample.in(format);
    }

    /** From the format's object to bytes of their own. */
    @Benchmark
    public byte[] encode() throws IOException {
        return subject.encode();
    }

    /** From bytes to an object in which every field is read. */
    @Benchmark
    public Object decode() throws IOException {
        return subject.decode();
    }
}
