package com.movieexample.runtime.access.keyfile;

import com.movieexample.api.InvalidInputException;
import com.movieexample.runtime.access.ApiKeys;
import com.movieexample.runtime.config.ConfigurationException;
import com.movieexample.runtime.health.CheckResult;
import com.movieexample.runtime.lifecycle.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The API keys of one file, {@code {"keys":[{"name","sha256","providers","recordTypes","metadata","operator"}]}}. It is
 * looked at every second: a key that is no longer in it is revoked. A file that can't be read changes nothing, and is a
 * warning. Owns its thread; thread-safe.
 */
public final class KeyFile implements Component, Supplier<ApiKeys> {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final long LOOKS_EVERY_MS = 1_000;

    private final Path file;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread looking = new Thread(run, "api-keys");
        looking.setDaemon(true);
        return looking;
    });
    private byte[] content;
    private volatile ApiKeys keys;
    private volatile Optional<String> wrong = Optional.empty();

    /** @throws ConfigurationException naming what is wrong with the file */
    public KeyFile(Path file) {
        this.file = file;
        try {
            content = Files.readAllBytes(file);
            keys = parse(content);
        } catch (IOException | InvalidInputException e) {
            throw new ConfigurationException(problem(e));
        }
    }

    private static ApiKeys parse(byte[] json) {
        return KeyFileContent.parse(json).toKeys();
    }

    private String problem(Exception e) {
        String why = e instanceof InvalidInputException ? e.getMessage() : "it can't be read";
        return "the file of API keys \"" + file + "\": " + why;
    }

    @Override
    public ApiKeys get() {
        return keys;
    }

    @Override
    public String name() {
        return "api-keys";
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the thread
    public void start() {
        thread.scheduleWithFixedDelay(this::look, LOOKS_EVERY_MS, LOOKS_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            byte[] now = Files.readAllBytes(file);
            if (!Arrays.equals(now, content)) {
                keys = parse(now);
                content = now;
                LOG.info("the API keys of {} are in force", file);
            }
            wrong = Optional.empty();
        } catch (IOException | InvalidInputException e) {
            warn(problem(e) + "; the keys of before are in force");
        }
    }

    private void warn(String problem) {
        if (!wrong.equals(Optional.of(problem))) {
            LOG.warn("{}", problem);
        }
        wrong = Optional.of(problem);
    }

    @Override
    public CheckResult check() {
        return CheckResult.degradedIf(wrong);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
