package com.movieexample.launcher.dlq;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.movieexample.api.InvalidInputException;
import com.movieexample.api.json.RatingEventJson;
import com.movieexample.runtime.http.MergePatch;
import com.movieexample.topics.deadletters.Mending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What of an event is to be other, as JSON or as {@code @FILE} that holds it. */
final class PatchConverter implements ITypeConverter<Mending> {
    @Override
    public Mending convert(String text) {
        byte[] json = text.startsWith("@") ? read(text.substring(1)) : text.getBytes(UTF_8);
        try {
            return MergePatch.read(json, RatingEventJson.class)::applyTo;
        } catch (InvalidInputException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new TypeConversionException("\"@" + file + "\", expected @ and a file that can be read");
        }
    }
}
