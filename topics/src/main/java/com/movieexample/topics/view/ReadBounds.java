package com.movieexample.topics.view;

import java.time.Duration;

/**
 * What a reader may count on.
 *
 * @param positionTimeout how long a read waits for a position that it must have seen
 * @param maxLag a view that is further behind is not read
 */
public record ReadBounds(Duration positionTimeout, MaxLag maxLag) {}
