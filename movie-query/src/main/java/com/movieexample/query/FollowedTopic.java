package com.movieexample.query;

import com.movieexample.api.InvalidInputException;
import com.movieexample.topics.Position;
import com.movieexample.topics.Positions;
import com.movieexample.topics.TopicDefinition;
import com.movieexample.topics.view.Progress;

/**
 * A topic that a position can name.
 *
 * @param progress for each of its partitions the next offset that reads do not include
 */
record FollowedTopic(TopicDefinition<?, ?> topic, Progress progress) {
    /** @throws InvalidInputException unless the topic has the position's partition */
    void requirePartitionOf(Position position) {
        if (position.partition() >= topic.partitions()) {
            String last = topic.name() + "/" + (topic.partitions() - 1);
            throw new InvalidInputException(
                    Positions.HEADER, position.toString(), "a partition up to the last one, " + last);
        }
    }
}
