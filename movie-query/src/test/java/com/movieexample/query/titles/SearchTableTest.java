package com.movieexample.query.titles;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.Metadata;
import com.movieexample.api.v1.RatingAggregate;
import com.movieexample.query.catalog.Filter;
import com.movieexample.query.catalog.Hits;
import com.movieexample.query.catalog.MovieNumbers;
import com.movieexample.query.catalog.MovieTable;
import com.movieexample.query.catalog.Order;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** What people type and expect to find, as it was written down before there was a search. */
class SearchTableTest {
    private final MovieNumbers numbers = new MovieNumbers();
    private final MovieTable movies = new MovieTable(numbers);

    @Test
    void whatIsExpectedIsAmongTheFirst() throws IOException {
        try (TitleIndex index = new TitleIndex()) {
            for (CSVRecord film : read("titles.csv")) {
                add(index, film);
            }
            index.show();

            List<String> failures = new ArrayList<>();
            for (CSVRecord search : read("searches.csv")) {
                List<String> found = found(index.search(search.get("query")), Integer.parseInt(search.get("within")));
                Arrays.stream(search.get("expected").split("\\|", -1))
                        .filter(title -> !found.contains(title))
                        .forEach(title -> failures.add("%s: %s lacks %s, found %s"
                                .formatted(search.get("kind"), search.get("query"), title, found)));
            }
            assertThat(failures).isEmpty();
        }
    }

    private void add(TitleIndex index, CSVRecord film) throws IOException {
        // There are films of the same title.
        String title = film.get("title");
        String id = film.get("year") + " " + title;
        movies.described(Metadata.newBuilder().setId(id).setTitle(title).build());
        movies.rated(
                id,
                RatingAggregate.newBuilder()
                        .setCount(Long.parseLong(film.get("ratings")))
                        .build());
        index.put(numbers.of(id), title);
    }

    private List<String> found(Hits hits, int most) {
        return movies.list(Filter.NONE, Order.relevance(), Optional.of(hits), Optional.empty(), most).movies().stream()
                .map(listed -> listed.id().substring("2026 ".length()))
                .toList();
    }

    private static List<CSVRecord> read(String name) throws IOException {
        CSVFormat withHeader = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader file =
                        new InputStreamReader(SearchTableTest.class.getResourceAsStream(name), StandardCharsets.UTF_8);
                CSVParser records = withHeader.parse(file)) {
            return records.getRecords();
        }
    }
}
