package com.movieexample.launcher.importing;

import java.util.Optional;

/**
 * One line of a text file, without its end.
 *
 * @param file the file's name, without folders
 * @param number 1 for the first line
 * @param text as it stands there; if there is a problem, as much of it as can be shown
 * @param problem why the line can't be read, in the words of the list of rejected lines
 */
record Line(String file, long number, String text, Optional<String> problem) {}
