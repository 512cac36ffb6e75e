package com.movieexample.topics;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.v1.Metadata;
import java.nio.charset.StandardCharsets;

/** What a metadata record must keep before it is written to the log. */
public final class MetadataRules {
    public static final int MAX_TITLE_BYTES = 1_024;
    public static final int MAX_DIRECTOR_BYTES = 1_024;
    public static final int MAX_DESCRIPTION_BYTES = 65_536;
    public static final int MAX_GENRES = 64;
    public static final int MAX_EXTERNAL_IDS = 64;
    public static final int FIRST_YEAR = 1800;
    public static final int LAST_YEAR = 2200;

    private MetadataRules() {}

    /** @throws InvalidInputException naming the first field that breaks a rule */
    public static void check(Metadata metadata) {
        Ids.require("id", metadata.getId());
        if (metadata.getTitle().isBlank()) {
            throw new InvalidInputException("title", metadata.getTitle(), "a title");
        }
        requireText("title", metadata.getTitle(), MAX_TITLE_BYTES);
        requireText("director", metadata.getDirector(), MAX_DIRECTOR_BYTES);
        requireText("description", metadata.getDescription(), MAX_DESCRIPTION_BYTES);
        if (metadata.hasYear() && (metadata.getYear() < FIRST_YEAR || metadata.getYear() > LAST_YEAR)) {
            throw new InvalidInputException(
                    "year", Integer.toString(metadata.getYear()), "a year from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        requireAtMost("genres", metadata.getGenresCount(), MAX_GENRES);
        metadata.getGenresList().forEach(genre -> Ids.require("genres", genre));
        requireAtMost("externalIds", metadata.getExternalIdsCount(), MAX_EXTERNAL_IDS);
        metadata.getExternalIdsMap().forEach((source, id) -> {
            Ids.require("externalIds", source);
            Ids.require("externalIds." + source, id);
        });
    }

    /** A half character, which JSON can escape, has no UTF-8: the log would hold a question mark in its place. */
    private static void requireText(String field, String text, int maxBytes) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new InvalidInputException(field, text, "text without half characters");
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > maxBytes) {
            throw new InvalidInputException(field, text, "at most " + maxBytes + " bytes, not " + bytes);
        }
    }

    private static void requireAtMost(String field, int count, int most) {
        if (count > most) {
            throw new InvalidInputException(field, Integer.toString(count), "at most " + most + " entries");
        }
    }
}
