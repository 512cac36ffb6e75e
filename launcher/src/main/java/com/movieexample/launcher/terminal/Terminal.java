package com.movieexample.launcher.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/**
 * Where a command's lines go, and what may be done there. Owns neither stream; thread-safe.
 *
 * @param interactive whether a person watches standard output, so that a line may be rewritten in place
 * @param colourful whether lines may have colours
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive, boolean colourful) {
    /** The terminal, pipe or file that this process was started at. */
    public static Terminal ofThisProcess() {
        return of(System.out, System.err, onTerminal(System.console()), System.getenv());
    }

    /** @param environment {@code TERM} and {@code NO_COLOR} (see no-color.org) say what the terminal can and may do */
    static Terminal of(PrintStream out, PrintStream err, boolean onTerminal, Map<String, String> environment) {
        boolean interactive = onTerminal && !"dumb".equals(environment.get("TERM"));
        boolean colourless = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(out, err, interactive, interactive && !colourless);
    }

    /** Writes a line to standard output. */
    public void say(String line) {
        out.println(line);
    }

    /** Writes a line about what went wrong to standard error. */
    public void complain(String line) {
        err.println(paint(Colour.RED, "marquee:") + " " + line);
    }

    /** The text in this colour, or just the text where there are no colours. */
    public String paint(Colour colour, String text) {
        return colourful ? colour.around(text) : text;
    }

    private static boolean onTerminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there may be a console without a terminal, and it has this method to tell.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
