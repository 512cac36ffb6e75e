package com.movieexample.topics.provisioning;

import com.movieexample.api.v1.Generation;
import com.movieexample.api.v1.GenerationState;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All generations of the ratings view at one moment, retired ones among them, by number. Immutable. */
public record GenerationSet(SortedMap<Integer, Generation> byNumber) {
    public static final GenerationSet NONE = new GenerationSet(new TreeMap<>());

    public GenerationSet {
        byNumber = Collections.unmodifiableSortedMap(new TreeMap<>(byNumber));
    }

    /** The generation that readers are to use, if there is one yet. */
    public Optional<Generation> live() {
        return in(GenerationState.GENERATION_STATE_LIVE)
                .max(Comparator.comparingLong(Generation::getPromotion).thenComparing(Generation::getNumber));
    }

    /** The one that is being built to become live, if any. */
    public Optional<Generation> inTheMaking() {
        return in(GenerationState.GENERATION_STATE_IN_THE_MAKING)
                .filter(generation -> generation.getName().isEmpty())
                .findFirst();
    }

    /** The archive of a name, complete or in the making, if there is one. */
    public Optional<Generation> named(String name) {
        return folded().stream()
                .filter(generation -> generation.getName().equals(name))
                .findFirst();
    }

    /** The archives that are complete, by number. */
    public List<Generation> archives() {
        return in(GenerationState.GENERATION_STATE_ARCHIVE).toList();
    }

    /** The one that was live before, and is not retired yet, if any. */
    public Optional<Generation> superseded() {
        return in(GenerationState.GENERATION_STATE_SUPERSEDED).findFirst();
    }

    /** Those that aggregators fold into, by number. */
    public List<Generation> folded() {
        return byNumber.values().stream()
                .filter(generation -> generation.getState() != GenerationState.GENERATION_STATE_RETIRED)
                .toList();
    }

    /** Those of which nothing is to be left, by number. */
    public List<Generation> retired() {
        return in(GenerationState.GENERATION_STATE_RETIRED).toList();
    }

    public Optional<Generation> generation(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** One that no generation ever had. */
    public int nextNumber() {
        return byNumber.isEmpty() ? 1 : byNumber.lastKey() + 1;
    }

    /** With these in place of those of the same numbers. */
    public GenerationSet with(Collection<Generation> changed) {
        SortedMap<Integer, Generation> all = new TreeMap<>(byNumber);
        changed.forEach(generation -> all.put(generation.getNumber(), generation));
        return new GenerationSet(all);
    }

    private Stream<Generation> in(GenerationState state) {
        return byNumber.values().stream().filter(generation -> generation.getState() == state);
    }
}
