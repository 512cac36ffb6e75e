package com.movieexample.topics.generations;

import com.movieexample.api.v1.Generation;
import com.movieexample.api.v1.GenerationState;
import com.movieexample.topics.provisioning.GenerationSet;
import com.movieexample.topics.rules.EventRules;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The steps in the life of generations: each says which generations become what, given what there is, and refuses what
 * can't be done from there. At most one is in the making, and at most one is superseded and not retired.
 */
public final class GenerationSteps {
    private GenerationSteps() {}

    /**
     * Another one, by these rules, from the log of the live one.
     *
     * @param mostEventsPerSecond 0 for no limit
     * @throws StepRefusedException while another one is in the making, or superseded and not retired
     */
    public static List<Generation> begin(GenerationSet found, EventRules rules, long mostEventsPerSecond) {
        Generation live = live(found);
        if (found.inTheMaking().isPresent() || found.superseded().isPresent()) {
            throw refused(found, "no generation but the live one");
        }
        return List.of(live.toBuilder()
                .setNumber(found.nextNumber())
                .setState(GenerationState.GENERATION_STATE_IN_THE_MAKING)
                .setPromotion(0)
                .setRules(rules.toMessage())
                .setMostEventsPerSecond(mostEventsPerSecond)
                .build());
    }

    /**
     * A view of the live one's log as it stood at a time, by its rules.
     *
     * @param asOf the events that are not dated later, ms since 1970
     * @throws StepRefusedException if there is an archive of the name
     */
    public static List<Generation> beginArchive(GenerationSet found, String name, long asOf, long mostEventsPerSecond) {
        if (found.named(name).isPresent()) {
            throw new StepRefusedException("there is an archive " + name + " already; marquee rebuild drop removes it");
        }
        return List.of(live(found).toBuilder()
                .setNumber(found.nextNumber())
                .setState(GenerationState.GENERATION_STATE_IN_THE_MAKING)
                .setPromotion(0)
                .setMostEventsPerSecond(mostEventsPerSecond)
                .setName(name)
                .setAsOf(asOf)
                .build());
    }

    /** An archive in the making is complete. */
    public static List<Generation> completeArchive(GenerationSet found, String name) {
        return List.of(archive(found, name).toBuilder()
                .setState(GenerationState.GENERATION_STATE_ARCHIVE)
                .setMostEventsPerSecond(0)
                .build());
    }

    /**
     * Nothing is to be left of an archive.
     *
     * @throws StepRefusedException if there is none of the name
     */
    public static List<Generation> dropArchive(GenerationSet found, String name) {
        return List.of(retired(archive(found, name)));
    }

    private static Generation archive(GenerationSet found, String name) {
        return found.named(name)
                .filter(generation -> !name.isEmpty())
                .orElseThrow(() -> new StepRefusedException("there is no archive " + name));
    }

    /** The one in the making may be given more or fewer events a second. */
    public static List<Generation> throttle(GenerationSet found, long mostEventsPerSecond) {
        Generation making = inTheMaking(found);
        return List.of(
                making.toBuilder().setMostEventsPerSecond(mostEventsPerSecond).build());
    }

    /**
     * The one in the making becomes live, and the live one is superseded.
     *
     * @throws StepRefusedException if it is not the one of this number that is in the making
     */
    public static List<Generation> promote(GenerationSet found, int number) {
        Generation making = inTheMaking(found);
        if (making.getNumber() != number) {
            throw refused(found, "generation " + number + " in the making");
        }
        return swap(live(found), making);
    }

    /**
     * The superseded one becomes live again, and the live one is superseded.
     *
     * @throws StepRefusedException if none is superseded
     */
    public static List<Generation> rollBack(GenerationSet found) {
        return swap(
                live(found),
                found.superseded().orElseThrow(() -> refused(found, "one that was live before and is not retired")));
    }

    /** The new one first: whoever reads no further finds two that are live, and takes the later one. */
    private static List<Generation> swap(Generation live, Generation next) {
        return List.of(
                next.toBuilder()
                        .setState(GenerationState.GENERATION_STATE_LIVE)
                        .setPromotion(live.getPromotion() + 1)
                        .setMostEventsPerSecond(0)
                        .build(),
                live.toBuilder()
                        .setState(GenerationState.GENERATION_STATE_SUPERSEDED)
                        .build());
    }

    /** Nothing is to be left of the one in the making; none if there is none. */
    public static List<Generation> cancel(GenerationSet found) {
        return found.inTheMaking().map(GenerationSteps::retired).stream().toList();
    }

    /** Nothing is to be left of the superseded one; none if there is none. */
    public static List<Generation> retireSuperseded(GenerationSet found) {
        return found.superseded().map(GenerationSteps::retired).stream().toList();
    }

    private static Generation retired(Generation generation) {
        return generation.toBuilder()
                .setState(GenerationState.GENERATION_STATE_RETIRED)
                .build();
    }

    private static Generation live(GenerationSet found) {
        return found.live().orElseThrow(() -> refused(found, "a live generation"));
    }

    private static Generation inTheMaking(GenerationSet found) {
        return found.inTheMaking().orElseThrow(() -> refused(found, "a generation in the making"));
    }

    private static StepRefusedException refused(GenerationSet found, String expected) {
        String there = found.folded().stream()
                .filter(generation -> generation.getName().isEmpty())
                .map(generation -> "generation " + generation.getNumber() + " " + name(generation.getState()))
                .collect(Collectors.joining(", "));
        return new StepRefusedException(
                "there is %s, expected %s".formatted(there.isEmpty() ? "no generation" : there, expected));
    }

    /** For example {@code in the making}. */
    public static String name(GenerationState state) {
        return switch (state) {
            case GENERATION_STATE_LIVE -> "live";
            case GENERATION_STATE_IN_THE_MAKING -> "in the making";
            case GENERATION_STATE_RETIRED -> "retired";
            case GENERATION_STATE_SUPERSEDED -> "superseded";
            case GENERATION_STATE_ARCHIVE -> "archive";
            default -> "in a state that this version does not know";
        };
    }
}
