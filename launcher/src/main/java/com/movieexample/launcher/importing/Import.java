package com.movieexample.launcher.importing;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.launcher.terminal.ProgressBar;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One import of a MovieLens folder: links into memory, then the movies, then the ratings. Owns nothing that it is
 * given. One thread runs it, once; any may ask how far it is.
 */
final class Import {
    private final MovieLensFolder folder;
    private final ImportTarget target;
    private final RejectedLines rejected;
    private final ProgressBar progress;
    private final InFlight inFlight;
    private final AtomicLong movies = new AtomicLong();
    private final AtomicLong ratings = new AtomicLong();
    private final long start = System.nanoTime();
    private long bytesOfReadFiles;

    /** @param inFlight how many puts may be under way at once */
    Import(MovieLensFolder folder, ImportTarget target, RejectedLines rejected, ProgressBar progress, int inFlight) {
        this.folder = folder;
        this.target = target;
        this.rejected = rejected;
        this.progress = progress;
        this.inFlight = new InFlight(inFlight);
    }

    /**
     * Puts all there is, and returns once every put is answered.
     *
     * @throws UnusableFileException if a file can't be read, or the list of rejected lines not written
     * @throws ImportFailedException if the target can't go on
     */
    ImportSummary run() {
        MovieLensLinks links = new MovieLensLinks();
        MovieLensMovies titles = new MovieLensMovies(links);
        read(MovieLensFile.LINKS, (line, columns) -> links.add(columns));
        read(MovieLensFile.MOVIES, (line, columns) -> put(line, titles.read(columns)));
        // No rating may be visible long before its movie is.
        inFlight.await();
        read(MovieLensFile.RATINGS, (line, columns) -> put(line, MovieLensRatings.read(columns)));
        inFlight.await();
        return summary();
    }

    /** What was done so far. */
    ImportSummary summary() {
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        return new ImportSummary(movies.get(), ratings.get(), rejected.count(), duration, inFlight.positions());
    }

    /** What is done with a line whose columns are right in number. */
    private interface Step {
        void take(Line line, List<String> columns);
    }

    private void read(MovieLensFile file, Step step) {
        try (LineReader lines = folder.open(file)) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                take(file, line.get(), step);
                progress.update(bytesOfReadFiles + lines.bytesRead(), movies.get() + ratings.get());
            }
            bytesOfReadFiles += lines.bytesRead();
        } catch (IOException e) {
            throw new UnusableFileException(folder.pathOf(file), "can't be read", e);
        }
    }

    private void take(MovieLensFile file, Line line, Step step) {
        if (line.problem().isPresent()) {
            rejected.add(line, line.problem().get());
        } else if (!line.text().isEmpty()) {
            try {
                step.take(line, file.columns(line.text()));
            } catch (InvalidInputException e) {
                rejected.add(line, e.getMessage());
            }
        }
    }

    private void put(Line line, Metadata metadata) {
        inFlight.submit(() -> target.put(metadata), movies::incrementAndGet, rejecting(line));
    }

    private void put(Line line, RatingEvent event) {
        inFlight.submit(() -> target.put(event), ratings::incrementAndGet, rejecting(line));
    }

    private Consumer<String> rejecting(Line line) {
        return reason -> rejected.add(line, reason);
    }
}
