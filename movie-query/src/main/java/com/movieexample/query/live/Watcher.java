package com.movieexample.query.live;

import com.movieexample.runtime.errors.Problem;

/**
 * Somebody who watches. Called by one thread at a time; must not throw, nor wait: who can't take an update now keeps only
 * the newest.
 */
public interface Watcher<M> {
    void update(Update<M> update);

    /** Nothing has changed for some time. */
    void beat();

    /** There will be no more. */
    void end();

    /** There will be no more, because of this. */
    void fail(Problem problem);
}
