package com.movieexample.launcher.verify;

/**
 * What the events of the log turned out to be.
 *
 * @param applied good ones that took their place
 * @param superseded good ones that came too late for it, duplicates among them
 * @param bad against the rules, or unreadable
 * @param misplaced good ones under another key or on another partition than their record's
 */
record EventCounts(long applied, long superseded, long bad, long misplaced) {
    long good() {
        return applied + superseded;
    }

    long all() {
        return good() + bad + misplaced;
    }
}
