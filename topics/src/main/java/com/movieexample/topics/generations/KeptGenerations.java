package com.movieexample.topics.generations;

import com.movieexample.api.v1.Generation;
import com.movieexample.topics.provisioning.GenerationSet;
import com.movieexample.topics.provisioning.MarqueeLog;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a service keeps of each generation that is not retired, side by side, and the one of them that it answers from:
 * the live one, once the service can go over to it. Adapts to what the control topic has while it runs. Owns what it
 * keeps, and its threads; thread-safe.
 *
 * @param <T> what is kept of a generation
 */
public final class KeptGenerations<T> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KeptGenerations.class);
    private static final long AGAIN_MS = 100;
    private static final long CLOSE_S = 12;

    private final MarqueeLog marqueeLog;
    private final Keeping<T> keeping;
    private final GenerationsFollower follower;
    /** Opens and removes, which may take long; only it changes what is kept. */
    private final ScheduledExecutorService worker;

    private final Map<Integer, T> kept = new ConcurrentSkipListMap<>();
    private final Set<Integer> removed = new HashSet<>();
    private volatile GenerationSet wanted = GenerationSet.NONE;
    private volatile T answering;
    private volatile int answeringNumber;

    /** How one service keeps generations. Called by one thread at a time, but for {@link #close}. */
    public interface Keeping<T> {
        /** Opens what there is of a generation; what failed to open has undone what it began. */
        T open(MarqueeLog ofGeneration, Generation generation) throws Exception;

        /** Takes note of what the control topic says of it, at first and after each change. */
        default void adapt(T one, Generation generation) {}

        /**
         * Goes over from one to another, by running {@code over}, if that is possible now.
         *
         * @return false to be asked again soon
         */
        boolean goOver(T from, T to, Runnable over);

        /** Closes one for good, and removes all that was kept of it. */
        void retire(T one) throws Exception;

        /** Removes what is left of one that was retired while this process was away. */
        void removeLeft(int generation) throws Exception;

        void close(T one);
    }

    /** @param name of the service, for logs and threads */
    public KeptGenerations(String name, MarqueeLog marqueeLog, Keeping<T> keeping) {
        this.marqueeLog = marqueeLog;
        this.keeping = keeping;
        this.follower = new GenerationsFollower(name, marqueeLog, this::changed);
        this.worker = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread thread = new Thread(run, name + "-kept-generations");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Opens the live one before it returns; the others follow. */
    public void start() throws Exception {
        T live = open(marqueeLog.live());
        answeringNumber = marqueeLog.generation();
        answering = live;
        follower.start();
    }

    private T open(Generation generation) throws Exception {
        T one = keeping.open(marqueeLog.of(generation), generation);
        kept.put(generation.getNumber(), one);
        return one;
    }

    private void changed(GenerationSet generations) {
        wanted = generations;
        adaptAfter(0);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it reports its own failures
    private void adaptAfter(long millis) {
        worker.schedule(this::adapt, millis, TimeUnit.MILLISECONDS);
    }

    private void adapt() {
        GenerationSet now = wanted;
        boolean done = true;
        for (Generation generation : now.folded()) {
            done &= isKept(generation);
        }
        done &= isAnsweringFromLive(now);
        Set<Integer> folded = now.folded().stream().map(Generation::getNumber).collect(Collectors.toSet());
        for (int number : List.copyOf(kept.keySet())) {
            // Until the live one takes over, one that is retired still answers.
            done &= folded.contains(number) || (number != answeringNumber && isRetired(number));
        }
        for (Generation retired : now.retired()) {
            done &= kept.containsKey(retired.getNumber()) || isRemoved(retired.getNumber());
        }
        if (!done && now.equals(wanted)) {
            adaptAfter(AGAIN_MS);
        }
    }

    private boolean isKept(Generation generation) {
        int number = generation.getNumber();
        return isDone("begin with", number, () -> {
            if (!kept.containsKey(number)) {
                log.info("begins with generation {} of the ratings view", number);
                open(generation);
            }
            keeping.adapt(kept.get(number), generation);
        });
    }

    private boolean isAnsweringFromLive(GenerationSet now) {
        int live = now.live().map(Generation::getNumber).orElse(answeringNumber);
        T next = kept.get(live);
        return live == answeringNumber || (next != null && keeping.goOver(answering, next, () -> goOver(live, next)));
    }

    private void goOver(int live, T next) {
        log.info("answers from generation {} of the ratings view in place of {}", live, answeringNumber);
        answeringNumber = live;
        answering = next;
    }

    private boolean isRetired(int number) {
        return isDone("end", number, () -> {
            log.info("ends generation {} of the ratings view, which is retired", number);
            keeping.retire(kept.get(number));
            kept.remove(number);
            removed.add(number);
        });
    }

    private boolean isRemoved(int number) {
        return removed.contains(number)
                || isDone("remove what is left of", number, () -> {
                    keeping.removeLeft(number);
                    removed.add(number);
                });
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private boolean isDone(String what, int number, Attempt attempt) {
        try {
            attempt.run();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (Exception e) {
            log.error("could not {} generation {} of the ratings view, and will try again", what, number, e);
            return false;
        }
    }

    /** The one to answer from; null before the start. */
    public T answering() {
        return answering;
    }

    /**
     * What is kept of one, if anything.
     *
     * @param generation 0 for the one to answer from
     */
    public Optional<T> of(int generation) {
        return Optional.ofNullable(generation == 0 ? answering : kept.get(generation));
    }

    /** What is kept of the archive of a name, if it is complete. */
    public Optional<T> archive(String name) {
        return wanted.archives().stream()
                .filter(archive -> archive.getName().equals(name))
                .findFirst()
                .map(archive -> kept.get(archive.getNumber()));
    }

    /** By number. */
    public List<T> all() {
        return List.copyOf(kept.values());
    }

    @Override
    public void close() {
        follower.close();
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(CLOSE_S, TimeUnit.SECONDS)) {
                log.warn("a generation could not be begun or ended within {} s", CLOSE_S);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // At the same time: each may take its time to commit.
        kept.values().parallelStream().forEach(keeping::close);
    }
}
