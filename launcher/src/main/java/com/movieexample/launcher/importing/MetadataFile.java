package com.movieexample.launcher.importing;

import com.movieexample.api.v1.Metadata;
import com.movieexample.launcher.terminal.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of metadata. Of an id that occurs more than once the last record stands. Keeps all ids in memory. */
final class MetadataFile implements DataSet {
    private static final int NAMED = 100;

    private final DataFile<Metadata> file;
    private final MovieIds ids = new MovieIds();

    MetadataFile(Path path) {
        this.file = new DataFile<>(path, new MetadataEntries());
    }

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
        file.read(intake, (place, metadata) -> {
            // Two puts of one id may overtake each other, and then the answer would be a matter of luck.
            if (ids.isRepeated(metadata.getId())) {
                intake.await();
            }
            intake.put(place, metadata, () -> ids.taken(metadata.getId()));
        });
    }

    @Override
    public String counts(ImportSummary summary) {
        return Figures.count(ids.distinct(), "movie");
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(file.remarks());
        List<String> repeated = ids.repeated();
        if (!repeated.isEmpty()) {
            remarks.add("The file has %s more than once; the last record of each stands:"
                    .formatted(Figures.count(repeated.size(), "id")));
            repeated.stream().limit(NAMED).forEach(id -> remarks.add("  " + Abbreviated.of(id)));
        }
        if (repeated.size() > NAMED) {
            remarks.add("  and %s more".formatted(Figures.count(repeated.size() - NAMED)));
        }
        return remarks;
    }

    @Override
    public String howToGoOn() {
        return "Import the file again to go on: what is there already stays as it is.";
    }
}
