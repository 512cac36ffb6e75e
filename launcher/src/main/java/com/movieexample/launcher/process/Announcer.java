package com.movieexample.launcher.process;

/** Is told what happens while a process starts. */
public interface Announcer {
    /**
     * Something has come up.
     *
     * @param where it is reached
     */
    void started(String name, String where);

    /** The start takes longer, for this reason. */
    void waiting(String why);
}
