package com.movieexample.query.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files beside this class, each read once. Thread-safe. */
final class PageFiles {
    private static final Pattern NAME = Pattern.compile("[a-z-]+\\.([a-z]+)");
    /** No other file is one of the page. */
    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, PageFile> read = new ConcurrentHashMap<>();

    /** @param name whatever a caller asked for */
    Optional<PageFile> find(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches() || !CONTENT_TYPES.containsKey(matcher.group(1))) {
            return Optional.empty();
        }
        // What is not there is not remembered: callers could ask for any number of names.
        return Optional.ofNullable(read.computeIfAbsent(name, key -> read(key, CONTENT_TYPES.get(matcher.group(1)))));
    }

    private static PageFile read(String name, String contentType) {
        try (InputStream stream = PageFiles.class.getResourceAsStream(name)) {
            return stream == null ? null : new PageFile(contentType, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the page's file " + name + " can't be read", e);
        }
    }
}
