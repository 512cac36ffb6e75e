package com.movieexample.bench.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.movieexample.bench.contest.WrongAnswerException;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Checks the answer to a stream of lines as it comes in: each bad line is named once, and the summary counts right. Not thread-safe. */
final class IntakeAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String contender;
    private final IntakeLines lines;
    private final BitSet named = new BitSet();
    private boolean isSummedUp;

    IntakeAnswer(String contender, IntakeLines lines) {
        this.contender = contender;
        this.lines = lines;
    }

    /** @throws WrongAnswerException if the next line of the answer is not right */
    void add(String text) throws JsonProcessingException {
        JsonNode answer = JSON.readTree(text);
        if (isSummedUp) {
            throw wrong("after the summary it said " + text);
        } else if (answer.has("line")) {
            note(answer, text);
        } else if (answer.has("summary")) {
            sumUp(answer.get("summary"), text);
        } else {
            throw wrong("it said " + text);
        }
    }

    private void note(JsonNode answer, String text) {
        long number = answer.get("line").asLong();
        Flaw flaw = lines.flaw(number).orElseThrow(() -> wrong("a good line was refused: " + text));
        String field = answer.path("problem").path("field").asText();
        if (!field.equals(flaw.field())) {
            throw wrong("line %d has %s, expected a refusal of %s: %s".formatted(number, flaw, flaw.field(), text));
        }
        if (named.get((int) number)) {
            throw wrong("line %d was refused twice".formatted(number));
        }
        named.set((int) number);
    }

    private void sumUp(JsonNode summary, String text) {
        isSummedUp = true;
        if (summary.path("taken").asInt() != lines.good()
                || summary.path("refused").asInt() != lines.bad()) {
            throw wrong("expected %d taken and %d refused: %s".formatted(lines.good(), lines.bad(), text));
        }
    }

    /** @throws WrongAnswerException if the answer lacks anything, now that it has ended */
    void end() {
        if (!isSummedUp) {
            throw wrong("it has no summary");
        }
        IntStream.rangeClosed(1, lines.size())
                .filter(number -> !named.get(number) && lines.flaw(number).isPresent())
                .findFirst()
                .ifPresent(number -> {
                    throw wrong("line %d is bad and was not named".formatted(number));
                });
    }

    private WrongAnswerException wrong(String difference) {
        return new WrongAnswerException(contender, difference);
    }
}
