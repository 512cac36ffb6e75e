package com.movieexample.launcher.settings;

/** How the lines of the log are written. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** For programs: each line is a JSON object. */
    JSON
}
