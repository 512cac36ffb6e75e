package com.movieexample.launcher.importing;

import com.movieexample.api.Positions;
import java.util.Optional;

/** Where the user wants an import to go. */
interface Destination {
    /**
     * Connects; whoever asks closes the target.
     *
     * @throws ImportFailedException naming what can't be reached
     */
    ImportTarget open();

    /** How many puts may be under way at once. */
    int inFlight();

    /** Waits until readers see what was imported; a line that says how that went, if there is somebody to ask. */
    Optional<String> awaitVisible(Positions positions);
}
