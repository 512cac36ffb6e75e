package com.movieexample.bench.contest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Contenders that do the same work by turns. Not thread-safe; made for one contest. */
public final class Contest {
    private final Consumer<String> say;
    private final Map<String, Contender> contenders = new LinkedHashMap<>();

    /** @param say is told each figure */
    public Contest(Consumer<String> say) {
        this.say = say;
    }

    public Contest contender(String name, Contender contender) {
        contenders.put(name, contender);
        return this;
    }

    /** Every contender has its turn in each round; the first of a round is another one each time. */
    public Map<String, Figures> rounds(int rounds) throws Exception {
        Map<String, Figures> figures = new LinkedHashMap<>();
        contenders.keySet().forEach(name -> figures.put(name, Figures.NONE));
        String[] names = contenders.keySet().toArray(String[]::new);
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < names.length; turn++) {
                String name = names[(round + turn) % names.length];
                double figure = contenders.get(name).run(round);
                say.accept("  %s, run %d of %d: %,.1f".formatted(name, round + 1, rounds, figure));
                figures.put(name, figures.get(name).and(figure));
            }
        }
        return figures;
    }
}
