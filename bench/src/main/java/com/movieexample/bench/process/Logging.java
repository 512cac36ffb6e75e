package com.movieexample.bench.process;

/** Names the bench's own logging configuration: that of the launcher may be on the same class path. */
public final class Logging {
    static final String CONFIGURATION = "logback.configurationFile";
    static final String FILE = "bench-logback.xml";
    private static final String LEVEL = "bench.log.level";

    private Logging() {}

    /** Before the first logger is made: nothing is logged between the lines that are said to the user, unless asked for. */
    public static void quiet() {
        System.setProperty(CONFIGURATION, FILE);
        if (System.getProperty(LEVEL) == null) {
            System.setProperty(LEVEL, "OFF");
        }
    }
}
