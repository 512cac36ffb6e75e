package com.movieexample.launcher.verify;

import com.movieexample.topics.rules.EventReader;
import com.movieexample.topics.rules.Judgement;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;

/**
 * What the events of the log come to. Keeps every user's standing version of every rating in memory, some hundred
 * bytes for each. Not thread-safe.
 */
final class LogFold {
    private final EventReader reader;
    private final Map<String, FoldedRecord> records = new HashMap<>();
    /** One text for each user, however many records they rated. */
    private final Map<String, String> users = new HashMap<>();

    private final FoldedCheckpoints checkpoints = new FoldedCheckpoints();

    private long applied;
    private long superseded;
    private long bad;
    private long misplaced;

    LogFold(EventReader reader) {
        this.reader = reader;
    }

    /** Takes the next record of a partition, in the order of its offsets. */
    void add(int partition, long offset, byte[] key, byte[] value, long logTime, Headers headers) {
        checkpoints.passTo(partition, offset);
        Judgement judgement = reader.read(partition, key, value, logTime, headers);
        if (judgement instanceof Judgement.Good good) {
            add(partition, offset, good);
        } else if (judgement instanceof Judgement.Misplaced) {
            misplaced++;
        } else {
            bad++;
        }
    }

    private void add(int partition, long offset, Judgement.Good good) {
        String user = users.computeIfAbsent(good.event().getUserId(), id -> id);
        String key = good.key().toString();
        FoldedRecord record = records.computeIfAbsent(key, absent -> new FoldedRecord());
        if (record.add(user, good.version(), offset)) {
            checkpoints.changed(partition, key, record);
            applied++;
        } else {
            superseded++;
        }
    }

    /** Each record that had a good event, by its key; not to be changed. */
    Map<String, FoldedRecord> records() {
        return records;
    }

    /** What it came to on the way. */
    FoldedCheckpoints checkpoints() {
        return checkpoints;
    }

    EventCounts counts() {
        return new EventCounts(applied, superseded, bad, misplaced);
    }
}
