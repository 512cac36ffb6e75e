package com.movieexample.topics.generations;

import com.movieexample.api.v1.Generation;
import com.movieexample.topics.provisioning.GenerationSet;
import com.movieexample.topics.provisioning.MarqueeLog;
import com.movieexample.topics.rules.EventRules;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live generation of the ratings view, whichever it is now, with the rules that events are judged by. Owns its
 * follower of the control topic; thread-safe.
 */
public final class LiveGeneration implements Supplier<MarqueeLog>, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LiveGeneration.class);

    private final GenerationsFollower follower;
    private volatile MarqueeLog live;

    /**
     * @param name of the service, for logs and threads
     * @param opened what was live when the log was opened
     */
    public LiveGeneration(String name, MarqueeLog opened) {
        this.live = opened;
        this.follower = new GenerationsFollower(name, opened, this::changed);
    }

    public void start() {
        follower.start();
    }

    private void changed(GenerationSet generations) {
        generations
                .live()
                .filter(generation -> generation.getNumber() != live.generation())
                .ifPresent(this::goOverTo);
    }

    /** Rules that this version can't follow are logged as an error, and those before stay. */
    private void goOverTo(Generation next) {
        MarqueeLog before = live;
        live = before.of(next);
        if (!live.rules().equals(before.rules())) {
            log.warn(
                    "generation {} of the ratings view is live, and events are judged by its rules: {}",
                    next.getNumber(),
                    live.rules());
        }
    }

    /** The log as the live generation sees it. */
    @Override
    public MarqueeLog get() {
        return live;
    }

    public EventRules rules() {
        return live.rules();
    }

    @Override
    public void close() {
        follower.close();
    }
}
