package com.movieexample.launcher.importing;

import com.google.common.base.Splitter;
import com.movieexample.api.InvalidInputException;
import com.movieexample.api.json.MetadataJson;
import com.movieexample.api.v1.Metadata;
import com.movieexample.runtime.http.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Metadata, as JSON like that of the services, or as columns of the same names. Ids are taken as they are. */
final class MetadataEntries implements EntryType<Metadata> {
    private static final Json JSON = new Json();
    private static final Splitter LIST = Splitter.on('|').trimResults().omitEmptyStrings();
    private static final Pattern YEAR = Pattern.compile("\\d{1,9}");

    @Override
    public Metadata ofJson(byte[] utf8) {
        return JSON.read(utf8, MetadataJson.class).toMessage();
    }

    @Override
    public Metadata ofColumns(Map<String, String> columns) {
        Metadata.Builder metadata = Metadata.newBuilder()
                .setId(columns.getOrDefault("id", ""))
                .setTitle(columns.getOrDefault("title", ""))
                .setDescription(columns.getOrDefault("description", ""))
                .setDirector(columns.getOrDefault("director", ""))
                .addAllGenres(LIST.split(columns.getOrDefault("genres", "")));
        if (columns.containsKey("year")) {
            metadata.setYear(year(columns.get("year")));
        }
        LIST.split(columns.getOrDefault("externalIds", "")).forEach(pair -> addExternalId(pair, metadata));
        return metadata.build();
    }

    private static int year(String text) {
        if (!YEAR.matcher(text).matches()) {
            throw new InvalidInputException("year", text, "a whole number");
        }
        return Integer.parseInt(text);
    }

    private static void addExternalId(String pair, Metadata.Builder metadata) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            throw new InvalidInputException("externalIds", pair, "name=id, for example imdb=tt0114709");
        }
        metadata.putExternalIds(pair.substring(0, equals), pair.substring(equals + 1));
    }

    @Override
    public List<String> columns() {
        return List.of("id", "title", "description", "director", "year", "genres", "externalIds");
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("id", "title");
    }
}
