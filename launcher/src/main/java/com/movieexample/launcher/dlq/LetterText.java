package com.movieexample.launcher.dlq;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.movieexample.api.v1.RatingEvent;
import com.movieexample.topics.deadletters.DeadLetter;
import java.io.PrintWriter;
import java.time.Instant;

/** Prints all there is of one dead letter. */
record LetterText(PrintWriter out) {
    void print(DeadLetter letter) {
        line("origin", letter.origin());
        line("log time", Shown.time(Instant.ofEpochMilli(letter.logTime())));
        line("reason", Shown.text(letter.reason()));
        line("key", letter.key().map(Shown::text).orElse("none"));
        letter.headers()
                .forEach(header -> line("header", Shown.text(header.key()) + " = " + Shown.text(header.value())));
        line("value", size(letter));
        letter.value().ifPresent(bytes -> Shown.dump(bytes).forEach(row -> out.println("  " + row)));
        letter.event().map(LetterText::json).ifPresent(json -> line("event", json));
        out.flush();
    }

    private void line(String name, Object value) {
        out.println("%-10s%s".formatted(name + ":", value));
    }

    private static String size(DeadLetter letter) {
        if (letter.value().isEmpty()) {
            return "none";
        }
        String size = letter.size() + " bytes";
        return letter.isCut()
                ? size + ", too many to keep; these are the first "
                        + letter.value().get().length
                : size;
    }

    private static String json(RatingEvent event) {
        try {
            return Shown.lines(JsonFormat.printer().print(event));
        } catch (InvalidProtocolBufferException e) {
            // It can only be of messages that hold messages of any type.
            throw new IllegalStateException(e);
        }
    }
}
