package com.movieexample.query.titles;

import com.movieexample.query.catalog.Hits;
import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Takes every hit with its score; which of them are shown is for the order of the list to say. */
final class HitCollector extends SimpleCollector {
    /** One for each part that is searched at the same time. */
    static final CollectorManager<HitCollector, Hits> ALL = new CollectorManager<>() {
        @Override
        public HitCollector newCollector() {
            return new HitCollector();
        }

        @Override
        public Hits reduce(Collection<HitCollector> collectors) {
            return Hits.of(collectors.stream().map(collector -> collector.hits).toList());
        }
    };

    private final Hits hits = new Hits();
    private NumericDocValues numbers;
    private Scorable scorer;

    @Override
    protected void doSetNextReader(LeafReaderContext segment) throws IOException {
        numbers = segment.reader().getNumericDocValues(TitleIndex.NUMBER);
    }

    @Override
    public void setScorer(Scorable ofSegment) {
        scorer = ofSegment;
    }

    @Override
    public void collect(int document) throws IOException {
        if (numbers.advanceExact(document)) {
            hits.add((int) numbers.longValue(), (int) scorer.score());
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }
}
