package com.movieexample.runtime.access.keyfile;

import com.movieexample.api.InvalidInputException;
import com.movieexample.runtime.access.ApiKey;
import com.movieexample.runtime.access.ApiKeys;
import com.movieexample.runtime.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a file of API keys holds. Immutable. */
public record KeyFileContent(List<KeyEntry> keys) {
    private static final Json JSON = new Json();

    public KeyFileContent {
        if (keys == null) {
            throw new InvalidInputException("keys", "", "an array of keys");
        }
        keys = List.copyOf(keys);
    }

    static KeyFileContent parse(byte[] json) {
        return JSON.read(json, KeyFileContent.class);
    }

    /** @throws InvalidInputException naming what is wrong with it */
    public static KeyFileContent read(Path file) throws IOException {
        KeyFileContent content = parse(Files.readAllBytes(file));
        content.toKeys();
        return content;
    }

    /** @throws InvalidInputException naming what is wrong with a key */
    ApiKeys toKeys() {
        List<ApiKey> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (KeyEntry entry : keys) {
            ApiKey key = entry.toKey();
            if (!names.add(key.name())) {
                throw new InvalidInputException("name", key.name(), "a name that no other key has");
            }
            all.add(key);
        }
        return new ApiKeys(all);
    }

    /** @throws InvalidInputException naming what is wrong with the key */
    public KeyFileContent with(KeyEntry entry) {
        KeyFileContent more = new KeyFileContent(
                Stream.concat(keys.stream(), Stream.of(entry)).toList());
        more.toKeys();
        return more;
    }

    /** In one step: whoever reads it sees all of it or what was there before. */
    public void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path whole = Files.createTempFile(folder, file.getFileName().toString(), ".new");
        Files.write(whole, JSON.write(this));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
