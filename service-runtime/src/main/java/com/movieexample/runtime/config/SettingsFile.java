package com.movieexample.runtime.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads lines of {@code key = value} in UTF-8; empty lines and those that start with {@code #} are passed over. */
final class SettingsFile {
    private final Path path;
    private final List<String> problems;
    private final Map<String, Integer> lineOfKey = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    private SettingsFile(Path path, List<String> problems) {
        this.path = path;
        this.problems = problems;
    }

    /** What the file gives, each key once; what is wrong with it is added to {@code problems}. */
    static List<Entry> read(Path path, List<String> problems) {
        SettingsFile file = new SettingsFile(path, problems);
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            file.take(i + 1, lines.get(i).strip());
        }
        return file.entries;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(path);
        } catch (NoSuchFileException e) {
            problems.add("file " + path + ": not found");
        } catch (CharacterCodingException e) {
            problems.add("file " + path + ": not UTF-8");
        } catch (IOException e) {
            problems.add("file " + path + ": not readable, " + e.getMessage());
        }
        return List.of();
    }

    private void take(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 1) {
            // Not the line itself: it may hold a secret.
            problems.add(source(number) + ": expected key = value");
            return;
        }
        add(
                number,
                line.substring(0, equals).strip(),
                line.substring(equals + 1).strip());
    }

    private void add(int number, String key, String value) {
        Integer earlier = lineOfKey.putIfAbsent(key, number);
        if (earlier != null) {
            problems.add(source(number) + ": " + key + " was set in line " + earlier + " already, expected once");
            return;
        }
        entries.add(new Entry(key, value, source(number), source(number) + ": " + key));
    }

    private String source(int line) {
        return "file " + path + ":" + line;
    }
}
