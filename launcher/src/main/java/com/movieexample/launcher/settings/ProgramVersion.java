package com.movieexample.launcher.settings;

/** Which Marquee this is. */
public final class ProgramVersion {
    private ProgramVersion() {}

    public static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "(built by hand)" : version;
    }
}
