package com.movieexample.api.json;

import com.movieexample.api.v1.Metadata;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Metadata as JSON; what is not known is null and left out. */
public record MetadataJson(
        String id,
        String title,
        String description,
        String director,
        Integer year,
        List<String> genres,
        Map<String, String> externalIds) {
    public static MetadataJson of(Metadata metadata) {
        return new MetadataJson(
                metadata.getId(),
                metadata.getTitle(),
                orNull(metadata.getDescription()),
                orNull(metadata.getDirector()),
                metadata.hasYear() ? metadata.getYear() : null,
                metadata.getGenresList(),
                metadata.getExternalIdsCount() == 0 ? null : new TreeMap<>(metadata.getExternalIdsMap()));
    }

    /** The message; what was null is unset, and a null inside a list or map is empty text. */
    public Metadata toMessage() {
        Metadata.Builder message = Metadata.newBuilder()
                .setId(orEmpty(id))
                .setTitle(orEmpty(title))
                .setDescription(orEmpty(description))
                .setDirector(orEmpty(director));
        if (year != null) {
            message.setYear(year);
        }
        Objects.requireNonNullElse(genres, List.<String>of()).forEach(genre -> message.addGenres(orEmpty(genre)));
        Objects.requireNonNullElse(externalIds, Map.<String, String>of())
                .forEach((source, externalId) -> message.putExternalIds(source, orEmpty(externalId)));
        return message.build();
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
