package com.movieexample.launcher.importing;

import com.google.common.base.Splitter;
import com.movieexample.api.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The text of one CSV record, as RFC 4180 has it. */
final class CsvText {
    private static final Splitter COMMA = Splitter.on(',');

    private CsvText() {}

    /**
     * The values of one record.
     *
     * @param header names the columns, as it stands in the file
     * @throws InvalidInputException unless the record has as many as the header
     */
    static List<String> values(String text, String header, int width) {
        // Nearly every line is without quotes, and a parser costs ten times what such a line does.
        boolean plain = text.indexOf('"') < 0 && text.indexOf('\r') < 0;
        List<String> values = plain ? COMMA.splitToList(text) : parse(text);
        if (values.size() != width) {
            throw new InvalidInputException(
                    "number of columns", Integer.toString(values.size()), width + ": " + header);
        }
        return values;
    }

    static List<String> parse(String text) {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.DEFAULT)) {
            List<CSVRecord> records = parser.getRecords();
            // A CR in the middle of a line ends a record too.
            return records.size() == 1 ? records.get(0).toList() : List.of();
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInputException("line", text, "quotes only in pairs around whole values", e);
        }
    }
}
