package com.movieexample.query.titles;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.ViewUnavailableException;
import com.movieexample.api.v1.Metadata;
import com.movieexample.query.catalog.Hits;
import com.movieexample.query.catalog.MovieListener;
import com.movieexample.query.catalog.MovieNumbers;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.lifecycle.Component;
import com.movieexample.topics.view.Progress;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The titles of the metadata view, to be searched. A thread of its own keeps them up with the view, whose thread would
 * take some tens of microseconds for each. Owns its thread and its index; thread-safe.
 */
public final class Titles implements Component, MovieListener {
    private static final Logger LOG = LoggerFactory.getLogger(Titles.class);
    private static final long CLOSES_WITHIN_MS = 5_000;

    private final MovieNumbers numbers;
    private final Function<String, Optional<Metadata>> metadata;
    private final Progress progress = new Progress();
    private final Thread thread = new Thread(this::follow, "titles");
    private final TitleIndex index;

    private final Object lock = new Object();
    private Set<String> changed = new LinkedHashSet<>();
    private Map<Integer, Long> reached = new HashMap<>();
    private boolean cleared;
    private boolean restored;
    private boolean closed;

    private volatile boolean complete;
    private volatile Exception failure;

    /**
     * @param numbers that the lists of movies have too
     * @param metadata finds what the view has of a movie
     */
    public Titles(MovieNumbers numbers, Function<String, Optional<Metadata>> metadata) {
        this.numbers = numbers;
        this.metadata = metadata;
        try {
            this.index = new TitleIndex();
        } catch (IOException e) {
            throw new IllegalStateException("an index in memory can't be made", e);
        }
    }

    @Override
    public String name() {
        return "titles";
    }

    @Override
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public CheckResult check() {
        Exception cause = failure;
        return cause == null ? CheckResult.ok() : CheckResult.dead("titles can't be indexed: " + cause.getMessage());
    }

    /**
     * The movies whose title fits.
     *
     * @throws InvalidInputException for what has no word, or too many
     * @throws ViewUnavailableException while not all titles are indexed
     */
    public Hits search(String text) {
        if (!complete) {
            throw new ViewUnavailableException("the titles are being indexed");
        }
        return index.search(text);
    }

    /** For each partition of metadata the next offset that searches do not find. */
    public Progress progress() {
        return progress;
    }

    @Override
    public void metadataCleared() {
        synchronized (lock) {
            complete = false;
            forgetNews();
            cleared = true;
            progress.reset();
        }
    }

    @Override
    public void described(Metadata described) {
        changed(described.getId());
    }

    @Override
    public void describedNoMore(String id) {
        changed(id);
    }

    private void changed(String id) {
        tell(() -> changed.add(id));
    }

    @Override
    public void metadataRestored() {
        tell(() -> restored = true);
    }

    @Override
    public void metadataReached(int partition, long nextOffset) {
        tell(() -> reached.put(partition, nextOffset));
    }

    private void tell(Runnable news) {
        synchronized (lock) {
            news.run();
            lock.notifyAll();
        }
    }

    private void follow() {
        try {
            for (Optional<News> news = awaitNews(); news.isPresent(); news = awaitNews()) {
                takeIn(news.get());
            }
        } catch (IOException | RuntimeException e) {
            complete = false;
            failure = e;
            LOG.error("titles can't be indexed; searches fail until this process is started again", e);
        } catch (InterruptedException e) {
            LOG.debug("the index of titles was told to stop");
        }
    }

    /** What was told since the last time: an offset that is reached has all that is before it among the ids. */
    private record News(boolean cleared, boolean restored, Set<String> ids, Map<Integer, Long> reached) {}

    /** Empty at the end. */
    private Optional<News> awaitNews() throws InterruptedException {
        synchronized (lock) {
            while (!closed && !cleared && !restored && changed.isEmpty() && reached.isEmpty()) {
                lock.wait();
            }
            if (closed) {
                return Optional.empty();
            }
            News news = new News(cleared, restored, changed, reached);
            forgetNews();
            return Optional.of(news);
        }
    }

    private void forgetNews() {
        cleared = false;
        restored = false;
        changed = new LinkedHashSet<>();
        reached = new HashMap<>();
    }

    private void takeIn(News news) throws IOException {
        if (news.cleared()) {
            index.clear();
        }
        for (String id : news.ids()) {
            takeIn(id);
        }
        if (news.cleared() || !news.ids().isEmpty()) {
            index.show();
        }
        synchronized (lock) {
            if (!cleared) {
                complete |= news.restored();
                news.reached().forEach(progress::advance);
            }
        }
    }

    private void takeIn(String id) throws IOException {
        Optional<Metadata> found = metadata.apply(id);
        if (found.isPresent()) {
            index.put(numbers.of(id), found.get().getTitle());
        } else {
            index.remove(numbers.of(id));
        }
    }

    @Override
    public void close() {
        tell(() -> closed = true);
        progress.close();
        try {
            thread.join(CLOSES_WITHIN_MS);
            index.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("the index of titles did not close", e);
        }
    }
}
