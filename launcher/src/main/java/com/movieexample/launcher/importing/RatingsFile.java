package com.movieexample.launcher.importing;

import com.movieexample.api.v1.RatingEvent;
import com.movieexample.launcher.terminal.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A file of rating events, dated or not. */
final class RatingsFile implements DataSet {
    private final DataFile<RatingEvent> file;
    private final Set<Rating> underWay = ConcurrentHashMap.newKeySet();

    RatingsFile(Path path) {
        this.file = new DataFile<>(path, new RatingEntries());
    }

    private record Rating(String recordType, String recordId, String userId) {}

    @Override
    public Path path() {
        return file.path();
    }

    @Override
    public void check() {
        file.check();
    }

    @Override
    public long size() throws IOException {
        return Files.size(path());
    }

    @Override
    public void readInto(Intake intake) throws IOException {
        file.read(intake, (place, event) -> {
            if (event.hasRatedAt()) {
                intake.put(place, event, () -> {});
            } else {
                putInOrder(intake, place, event);
            }
        });
    }

    /** Of two events without a time the one that comes later into the log stands, so they may not change places. */
    private void putInOrder(Intake intake, Place place, RatingEvent event) {
        Rating rating = new Rating(event.getRecordType(), event.getRecordId(), event.getUserId());
        if (!underWay.add(rating)) {
            intake.await();
            underWay.add(rating);
        }
        intake.put(place, event, () -> underWay.remove(rating));
    }

    @Override
    public String counts(ImportSummary summary) {
        String ratings = Figures.count(summary.ratings(), "rating");
        return summary.deletes() == 0 ? ratings : ratings + " and " + Figures.count(summary.deletes(), "delete");
    }

    @Override
    public List<String> remarks() {
        return file.remarks();
    }

    @Override
    public String howToGoOn() {
        return "Import the file again to go on: dated events stay as they are, those without ratedAt become new ones.";
    }
}
