package com.movieexample.bench.aggregate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.bench.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks a child process: its arguments are JSON, and so is the one line of its output that counts. */
public final class ChildAnswer {
    /** The heap of everything that is measured. */
    private static final List<String> JVM = List.of("-Xms2g", "-Xmx2g");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINES_SHOWN = 30;

    private ChildAnswer() {}

    /**
     * Waits for the answer, and then for the end of the process.
     *
     * @param log takes what the process says on standard error
     * @throws IOException with the end of the log, if it ends without an answer
     */
    public static <T> T ask(Class<?> main, List<?> arguments, Path log, Class<T> answer)
            throws IOException, InterruptedException {
        try (ChildJvm child = start(main, arguments, log)) {
            return await(child, log, answer);
        }
    }

    /** Its answer is to be waited for. */
    public static ChildJvm start(Class<?> main, List<?> arguments, Path log) throws IOException {
        List<String> json = new ArrayList<>();
        for (Object argument : arguments) {
            json.add(JSON.writeValueAsString(argument));
        }
        return ChildJvm.start(JVM, main, json, log);
    }

    /** What a process that reads its input is to do next. */
    public static void tell(ChildJvm child, Object what) throws IOException {
        child.tell(JSON.writeValueAsString(what));
    }

    /** @throws IOException with the end of the log, if it ends without an answer */
    public static <T> T await(ChildJvm child, Path log, Class<T> answer) throws IOException, InterruptedException {
        try {
            return JSON.readValue(child.awaitLine(line -> line.startsWith("{")), answer);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "\n" + end(log), e);
        }
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }
}
