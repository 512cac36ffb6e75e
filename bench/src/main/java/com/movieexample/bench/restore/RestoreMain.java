package com.movieexample.bench.restore;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.aggregator.fold.StoreKind;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.solution.MarqueeSolution;

/**
 * Folds a log, and then loses and restores the stores again and again, each time with a plain consumer of the same
 * changelogs after it. Arguments, as JSON: the input of a small warm-up, the one that counts, and the number of rounds.
 * Says {@link Restores} on one line as JSON.
 */
public final class RestoreMain {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WARM_UP_ROUNDS = 2;

    private RestoreMain() {}

    public static void main(String[] arguments) throws Exception {
        restores(arguments[0], WARM_UP_ROUNDS);
        Restores restores = restores(arguments[1], Integer.parseInt(arguments[2]));
        System.out.println(JSON.writeValueAsString(restores));
        // A library that left a thread behind must not keep the process.
        System.exit(0);
    }

    private static Restores restores(String json, int rounds) throws Exception {
        Input input = JSON.readValue(json, Input.class);
        new MarqueeSolution(StoreKind.BATCHED).aggregate(input);
        return new LostStores(input).restore(rounds);
    }
}
