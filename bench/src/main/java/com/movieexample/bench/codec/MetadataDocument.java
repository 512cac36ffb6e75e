package com.movieexample.bench.codec;

import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import com.movieexample.api.v1.Metadata;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Metadata as an XML document: an id elsewhere is an element with attributes, for its source need not be a name in XML. */
@JsonRootName("metadata")
record MetadataDocument(
        @JacksonXmlProperty(isAttribute = true) String id,
        String title,
        String description,
        String director,
        Integer year,

        @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "genre")
        List<String> genres,

        @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "externalId")
        List<ExternalId> externalIds) {
    MetadataDocument {
        genres = genres == null ? List.of() : genres;
        externalIds = externalIds == null ? List.of() : externalIds;
    }

    record ExternalId(
            @JacksonXmlProperty(isAttribute = true) String source,
            @JacksonXmlProperty(isAttribute = true) String id) {
        private static ExternalId of(Map.Entry<String, String> entry) {
            return new ExternalId(entry.getKey(), entry.getValue());
        }
    }

    static MetadataDocument of(Metadata metadata) {
        return new MetadataDocument(
                metadata.getId(),
                metadata.getTitle(),
                metadata.getDescription(),
                metadata.getDirector(),
                metadata.hasYear() ? metadata.getYear() : null,
                metadata.getGenresList(),
                new TreeMap<>(metadata.getExternalIdsMap())
                        .entrySet().stream().map(ExternalId::of).toList());
    }

    Metadata toMessage() {
        Metadata.Builder metadata = Metadata.newBuilder()
                .setId(id)
                .setTitle(title)
                .setDescription(description)
                .setDirector(director)
                .addAllGenres(genres);
        if (year != null) {
            metadata.setYear(year);
        }
        externalIds.forEach(external -> metadata.putExternalIds(external.source(), external.id()));
        return metadata.build();
    }
}
