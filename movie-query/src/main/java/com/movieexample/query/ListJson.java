package com.movieexample.query;

import com.movieexample.query.catalog.Listed;
import com.movieexample.query.lists.ListQuery;
import com.movieexample.query.lists.MovieList;
import com.movieexample.query.lists.Sort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Lists and charts as JSON, with movies as each is alone. */
final class ListJson {
    private final MovieAnswers movies;

    ListJson(MovieAnswers movies) {
        this.movies = movies;
    }

    byte[] encode(MovieList list) {
        return list.query().chart() ? chart(list) : list(list);
    }

    private byte[] list(MovieList list) {
        List<String> ids = list.page().movies().stream().map(Listed::id).toList();
        JsonPieces json = new JsonPieces()
                .field("sort", list.query().sort().text())
                .field("total", list.page().total());
        return json.array("movies", movies.jsons(ids), movie -> json.item(movie.utf8()))
                .field("nextPageToken", next(list))
                .end();
    }

    private byte[] chart(MovieList list) {
        ListQuery query = list.query();
        JsonPieces json = new JsonPieces().field("chart", query.sort().text());
        if (query.sort() == Sort.TOP_RATED) {
            json.field("minimum", query.minimum()).field("prior", query.prior().orElse(list.prior()));
        }
        if (query.sort() == Sort.TRENDING) {
            json.field("halfLifeDays", query.halfLifeDays())
                    .field("day", LocalDate.ofEpochDay(list.today()).toString());
        }
        json.field("total", list.page().total());
        return json.array("entries", entries(list), json::item)
                .field("nextPageToken", next(list))
                .end();
    }

    private List<byte[]> entries(MovieList list) {
        List<Listed> page = list.page().movies();
        int first = list.before() + 1;
        return java.util.stream.IntStream.range(0, page.size())
                .boxed()
                .flatMap(i -> entry(first + i, page.get(i)).stream())
                .toList();
    }

    /** Empty for a movie that lost its metadata since. */
    private Optional<byte[]> entry(int rank, Listed listed) {
        Optional<BigDecimal> score = listed.score();
        return movies.json(listed.id())
                .map(movie -> new JsonPieces()
                        .field("rank", rank)
                        .field("score", score)
                        .raw("movie", movie.utf8())
                        .end());
    }

    private static Optional<String> next(MovieList list) {
        return Optional.of(list.nextPageToken()).filter(token -> !token.isEmpty());
    }
}
