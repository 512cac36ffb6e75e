/**
 * {@code ./marquee verify}: folds the log afresh in another way than the aggregator does, and compares the outcome
 * with what is being served. Nothing here may come from the aggregator; only the reading and the order of events are
 * shared.
 */
package com.movieexample.launcher.verify;
