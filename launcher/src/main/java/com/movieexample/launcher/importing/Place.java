package com.movieexample.launcher.importing;

/**
 * Where something stands that may be rejected.
 *
 * @param name {@code movies.csv:17}, or {@code ratings.json[3]} for an element of an array
 * @param text what stands there, or the start of it
 */
record Place(String name, String text) {
    static Place line(String file, long number, String text) {
        return new Place(file + ":" + number, text);
    }
}
