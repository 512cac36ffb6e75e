package com.movieexample.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Ends the {@link TestBroker} with the test run. JUnit finds it through the service loader. */
public final class TestBrokerSession implements LauncherSessionListener {
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            TestBroker.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
