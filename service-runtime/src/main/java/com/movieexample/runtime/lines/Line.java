package com.movieexample.runtime.lines;

import com.movieexample.api.InvalidInputException;
import java.util.Optional;

/**
 * One line of text, without its end.
 *
 * @param number 1 for the first line
 * @param text as it stands there; if there is a problem, as much of it as can be shown
 * @param problem why the line can't be read
 */
public record Line(long number, String text, Optional<InvalidInputException> problem) {
    /** @throws InvalidInputException if the line can't be read */
    public String readable() {
        problem.ifPresent(unreadable -> {
            throw unreadable;
        });
        return text;
    }
}
