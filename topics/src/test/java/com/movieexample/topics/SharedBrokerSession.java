package com.movieexample.topics;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Ends the {@link SharedBroker} with the test run. JUnit finds it through the service loader. */
public final class SharedBrokerSession implements LauncherSessionListener {
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            SharedBroker.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
