package com.movieexample.launcher.terminal;

/** The few ways in which a text may stand out. */
public enum Colour {
    RED("31"),
    GREEN("32"),
    BOLD("1");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    String around(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
