package com.movieexample.bench.aggregate;

import com.movieexample.bench.report.Result.Target;
import java.util.Map;

/** Something that Marquee's throughput is to reach. */
@FunctionalInterface
interface Goal {
    /** @param medians of all solutions in the race, in events per second */
    Target of(Map<Solutions, Double> medians);

    static Goal pace(int eventsPerSecond) {
        return medians -> Target.atLeast(
                "at least %,d events/s".formatted(eventsPerSecond), medians.get(Solutions.BATCHED), eventsPerSecond);
    }

    static Goal times(double least, Solutions rival, String called) {
        return medians -> Target.ratio(
                "at least %.1f times %s".formatted(least, called),
                medians.get(Solutions.BATCHED),
                medians.get(rival),
                least);
    }
}
