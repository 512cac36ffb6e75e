package com.movieexample.bench.aggregate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.bench.solution.Input;
import com.movieexample.bench.solution.Solution;
import com.movieexample.bench.solution.Solution.Outcome;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A solution in a JVM of its own. Argument: its name. Each line of its input is an {@link Input} to aggregate, and is
 * answered with a line, the {@link Outcome}; all of it JSON. It ends with its input.
 */
public final class SolutionMain {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SolutionMain() {}

    public static void main(String[] arguments) throws Exception {
        Solution solution = JSON.readValue(arguments[0], Solutions.class).make();
        BufferedReader inputs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = inputs.readLine(); line != null; line = inputs.readLine()) {
            Outcome outcome = solution.aggregate(JSON.readValue(line, Input.class));
            System.out.println(JSON.writeValueAsString(outcome));
        }
        // A library that left a thread behind must not keep the process.
        System.exit(0);
    }
}
