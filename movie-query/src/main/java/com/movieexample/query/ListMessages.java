package com.movieexample.query;

import com.movieexample.api.v1.ChartEntry;
import com.movieexample.api.v1.GetChartResponse;
import com.movieexample.api.v1.ListMoviesResponse;
import com.movieexample.api.v1.Scoring;
import com.movieexample.query.catalog.Listed;
import com.movieexample.query.lists.ListQuery;
import com.movieexample.query.lists.MovieList;
import com.movieexample.query.lists.Sort;
import java.util.List;

/** Lists and charts as gRPC messages, with movies as each is alone; those that lost their metadata since are left out. */
final class ListMessages {
    private final MovieAnswers movies;

    ListMessages(MovieAnswers movies) {
        this.movies = movies;
    }

    ListMoviesResponse list(MovieList list) {
        ListMoviesResponse.Builder answer =
                ListMoviesResponse.newBuilder().setTotal(list.page().total()).setNextPageToken(list.nextPageToken());
        list.page().movies().forEach(listed -> movies.message(listed.id()).ifPresent(answer::addMovies));
        return answer.build();
    }

    GetChartResponse chart(MovieList list) {
        GetChartResponse.Builder answer = GetChartResponse.newBuilder()
                .setScoring(scoring(list))
                .setTotal(list.page().total())
                .setNextPageToken(list.nextPageToken());
        if (list.query().sort() == Sort.TRENDING) {
            answer.setEpochDay(list.today());
        }
        List<Listed> page = list.page().movies();
        for (int i = 0; i < page.size(); i++) {
            addEntry(answer, list.before() + i + 1, page.get(i));
        }
        return answer.build();
    }

    private void addEntry(GetChartResponse.Builder answer, int rank, Listed listed) {
        movies.message(listed.id()).ifPresent(movie -> {
            ChartEntry.Builder entry = answer.addEntriesBuilder().setRank(rank).setMovie(movie);
            listed.score().ifPresent(score -> entry.setScore(score.doubleValue()));
        });
    }

    private static Scoring scoring(MovieList list) {
        ListQuery query = list.query();
        Scoring.Builder scoring = Scoring.newBuilder();
        if (query.sort() == Sort.TOP_RATED) {
            scoring.setMinimum(query.minimum())
                    .setPrior(query.prior().orElse(list.prior()).doubleValue());
        }
        if (query.sort() == Sort.TRENDING) {
            scoring.setHalfLifeDays(query.halfLifeDays().doubleValue());
        }
        return scoring.build();
    }
}
