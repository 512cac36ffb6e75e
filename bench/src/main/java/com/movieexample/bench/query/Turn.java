package com.movieexample.bench.query;

import com.movieexample.bench.contest.Contender;
import com.movieexample.bench.contest.Figures;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** A server under requests as a contender, which remembers more of each run than the figure that counts. Not thread-safe. */
final class Turn implements Contender {
    private static final Duration WARM_UP = Duration.ofSeconds(12);

    private final Requests requests;
    private final Server server;
    private final Duration time;
    private final ToDoubleFunction<Load> figure;
    private Figures perSecond = Figures.NONE;
    private Figures p50 = Figures.NONE;
    private Figures p99 = Figures.NONE;
    private Figures cpuMicros = Figures.NONE;

    /** Where a process listens. */
    record Server(long pid, int port) {
        private double cpuNanos() {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().totalCpuDuration())
                    .map(Duration::toNanos)
                    .orElse(0L);
        }
    }

    Turn(Requests requests, Server server, Duration time, ToDoubleFunction<Load> figure) {
        this.requests = requests;
        this.server = server;
        this.time = time;
        this.figure = figure;
    }

    Turn warmUp() throws Exception {
        requests.send(server.port(), WARM_UP);
        return this;
    }

    @Override
    public double run(int run) throws Exception {
        double before = server.cpuNanos();
        Load load = requests.send(server.port(), time);
        perSecond = perSecond.and(load.perSecond());
        p50 = p50.and(load.p50());
        p99 = p99.and(load.p99());
        cpuMicros = cpuMicros.and((server.cpuNanos() - before) / 1e3 / load.answers());
        return figure.applyAsDouble(load);
    }

    /** Medians of all, for a reader. */
    String remark(String name) {
        return "%s: %,.0f requests/s, p50 %.2f ms, p99 %.2f ms, %.1f us of CPU in the server for each request."
                .formatted(name, perSecond.median(), p50.median(), p99.median(), cpuMicros.median());
    }
}
