package com.movieexample.launcher.importing;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.api.v1.RatingEventType;
import com.movieexample.launcher.terminal.ProgressBar;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Takes what one data set holds: puts it into the target, lists what is rejected, and counts. Owns nothing that it is
 * given. One thread runs it, once; any may ask how far it is.
 */
final class Intake {
    private final ImportTarget target;
    private final RejectedLines rejected;
    private final ProgressBar progress;
    private final InFlight inFlight;
    private final AtomicLong movies = new AtomicLong();
    private final AtomicLong ratings = new AtomicLong();
    private final AtomicLong deletes = new AtomicLong();
    private final long start = System.nanoTime();

    /** @param inFlight how many puts may be under way at once */
    Intake(ImportTarget target, RejectedLines rejected, ProgressBar progress, int inFlight) {
        this.target = target;
        this.rejected = rejected;
        this.progress = progress;
        this.inFlight = new InFlight(inFlight);
    }

    /**
     * Takes all there is, and returns once every put is answered.
     *
     * @throws UnusableFileException if the data can't be read, or the list of rejected lines not written
     * @throws ImportFailedException if the target can't go on
     */
    ImportSummary takeAll(DataSet data) {
        try {
            data.readInto(this);
        } catch (IOException e) {
            await();
            throw new UnusableFileException(data.path(), "can't be read", e);
        } catch (UnusableFileException e) {
            await();
            throw e;
        }
        await();
        return summary();
    }

    /** What was done so far. */
    ImportSummary summary() {
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        return new ImportSummary(
                movies.get(), ratings.get(), deletes.get(), rejected.count(), duration, inFlight.positions());
    }

    /** What can be read of an entry; it is rejected if that is nothing. */
    <T> Optional<T> read(Place place, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (InvalidInputException e) {
            rejected.add(place, e.getMessage());
            return Optional.empty();
        }
    }

    /** @param taken told when the log has it */
    void put(Place place, Metadata metadata, Runnable taken) {
        Runnable counted = () -> {
            movies.incrementAndGet();
            taken.run();
        };
        inFlight.submit(() -> target.put(metadata), counted, reason -> rejected.add(place, reason));
    }

    /** @param settled told when the log has it, or when it is rejected */
    void put(Place place, RatingEvent event, Runnable settled) {
        AtomicLong counter = event.getType() == RatingEventType.RATING_EVENT_TYPE_DELETE ? deletes : ratings;
        Runnable counted = () -> {
            counter.incrementAndGet();
            settled.run();
        };
        inFlight.submit(() -> target.put(event), counted, reason -> {
            rejected.add(place, reason);
            settled.run();
        });
    }

    /** Waits until each put so far is answered. */
    void await() {
        inFlight.await();
    }

    /** @param bytes of the data set that were read so far */
    void progressed(long bytes) {
        progress.update(bytes, movies.get() + ratings.get() + deletes.get());
    }
}
