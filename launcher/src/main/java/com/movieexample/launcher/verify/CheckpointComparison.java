package com.movieexample.launcher.verify;

import com.movieexample.api.v1.Watermark;
import com.movieexample.topics.ViewKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Compares the checkpoints that are served with what the log came to at their offsets. All that is behind the first
 * one that differs is suspect, and what lies before it is not. Not thread-safe.
 */
final class CheckpointComparison {
    private final FoldedCheckpoints folded;
    private final Differences differences;
    private ComparedCheckpoints compared = ComparedCheckpoints.NONE;

    /** @param differences is told what differs */
    CheckpointComparison(FoldedCheckpoints folded, Differences differences) {
        this.folded = folded;
        this.differences = differences;
    }

    /** Takes the checkpoints of a partition, in any order, which is served up to {@code nextOffset}. */
    void served(int partition, long nextOffset, List<Watermark> checkpoints) {
        List<Watermark> comparable = new ArrayList<>();
        checkpoints.stream()
                .sorted(Comparator.comparingLong(Watermark::getNextOffset))
                .forEach(served -> {
                    if (folded.digestAt(partition, served.getNextOffset()).isPresent()) {
                        comparable.add(served);
                        compared = compared.andCompared(served.getNextOffset());
                    } else {
                        compared = compared.andNotCompared();
                        requirePossible(partition, nextOffset, served.getNextOffset());
                    }
                });
        compare(partition, comparable);
    }

    private void requirePossible(int partition, long nextOffset, long offset) {
        if (offset <= 0 || offset > nextOffset || offset % ViewKeys.CHECKPOINT_INTERVAL != 0) {
            differences.add("partition %d, served up to %d, has a checkpoint at offset %d, where none can be"
                    .formatted(partition, nextOffset, offset));
        }
    }

    private void compare(int partition, List<Watermark> ascending) {
        List<Watermark> wrong =
                ascending.stream().filter(served -> differs(partition, served)).toList();
        if (!wrong.isEmpty()) {
            int first = ascending.indexOf(wrong.get(0));
            differences.add(describe(partition, wrong.get(0))
                    + before(ascending.subList(0, first))
                    + after(wrong.size() - 1, ascending.size() - first - 1));
        }
    }

    private boolean differs(int partition, Watermark served) {
        return served.getDigest() != foldedDigest(partition, served);
    }

    private long foldedDigest(int partition, Watermark served) {
        OptionalLong digest = folded.digestAt(partition, served.getNextOffset());
        return digest.orElseThrow();
    }

    private String describe(int partition, Watermark served) {
        return "digest of partition %d at checkpoint %d: served %016x, by the log %016x"
                .formatted(partition, served.getNextOffset(), served.getDigest(), foldedDigest(partition, served));
    }

    private static String before(List<Watermark> agreeing) {
        return agreeing.isEmpty()
                ? "; no earlier one was compared"
                : "; the one before, %d, agrees"
                        .formatted(agreeing.get(agreeing.size() - 1).getNextOffset());
    }

    private static String after(int wrong, int all) {
        return all == 0 ? "" : ", of the %d after it %d differ".formatted(all, wrong);
    }

    ComparedCheckpoints compared() {
        return compared;
    }
}
