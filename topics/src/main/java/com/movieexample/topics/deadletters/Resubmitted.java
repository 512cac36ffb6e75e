package com.movieexample.topics.deadletters;

import com.movieexample.api.Position;
import java.time.Instant;

/**
 * That an event is back in the log and no dead letter any more.
 *
 * @param origin where the log had it before
 * @param position where the log has it now
 * @param ratedAt the time that it counts by
 */
public record Resubmitted(Position origin, Position position, Instant ratedAt) {}
