package com.movieexample.launcher.terminal;

/** How a command tells a script how it went. */
public final class ExitCodes {
    public static final int OK = 0;

    /** The command did its work and found something wrong: rejected lines, a difference. */
    public static final int FINDINGS = 1;

    /** Wrong options, settings or files. */
    public static final int USAGE = 2;

    /** What it needs is missing or not as it must be: a port, a folder, a broker, a topic. */
    public static final int ENVIRONMENT = 3;

    private ExitCodes() {}
}
