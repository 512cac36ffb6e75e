package com.movieexample.launcher.topics;

import java.util.List;
import java.util.OptionalInt;

/**
 * All that the command found.
 *
 * @param generation the live one of the ratings view; empty if there is none yet
 * @param deadLetters how many events stand in the dead-letter topic
 */
record Overview(
        String bootstrapServers,
        OptionalInt generation,
        List<TopicFigures> topics,
        long deadLetters,
        List<ProcessFigures> processes) {}
