package com.movieexample.topics.explain;

import com.movieexample.topics.rules.RatingVersion;

/** The last event of a user so far. */
record Standing(SeenEvent event, RatingVersion version) {}
