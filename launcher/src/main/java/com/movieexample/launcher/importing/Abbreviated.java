package com.movieexample.launcher.importing;

/** Text from a file, fit to be shown within one line of a message. */
final class Abbreviated {
    private static final int SHOWN = 200;

    private Abbreviated() {}

    /** At most 200 characters of the text, with a replacement character for each control character. */
    static String of(String text) {
        String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return withoutControls(start);
    }

    static String withoutControls(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.chars().forEach(c -> shown.append(Character.isISOControl(c) ? '\uFFFD' : (char) c));
        return shown.toString();
    }
}
