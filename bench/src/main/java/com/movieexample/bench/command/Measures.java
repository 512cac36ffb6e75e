package com.movieexample.bench.command;

import com.movieexample.bench.Measure;
import com.movieexample.bench.aggregate.AggregateMeasure;
import com.movieexample.bench.codec.CodecMeasure;
import com.movieexample.bench.endtoend.EndToEndMeasure;
import com.movieexample.bench.failover.FailoverMeasure;
import com.movieexample.bench.growth.GrowthMeasure;
import com.movieexample.bench.ingest.IngestMeasure;
import com.movieexample.bench.intake.IntakeMeasure;
import com.movieexample.bench.query.FreshnessMeasure;
import com.movieexample.bench.query.QueryMeasure;
import com.movieexample.bench.rebuild.RebuildMeasure;
import com.movieexample.bench.restore.RestoreMeasure;
import com.movieexample.bench.up.MemoryMeasure;
import com.movieexample.bench.up.StartupMeasure;
import java.util.List;

/** Every measure, in the order in which {@code all} takes them. */
final class Measures {
    static final List<Measure> ALL = List.of(
            new CodecMeasure(),
            new IngestMeasure(),
            new IntakeMeasure(),
            new AggregateMeasure(),
            new EndToEndMeasure(),
            new RestoreMeasure(),
            new RebuildMeasure(),
            new GrowthMeasure(),
            new FreshnessMeasure(),
            new QueryMeasure(),
            new StartupMeasure(),
            new MemoryMeasure(),
            new FailoverMeasure());

    private Measures() {}
}
