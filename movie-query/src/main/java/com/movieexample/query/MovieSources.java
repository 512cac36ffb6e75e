package com.movieexample.query;

import com.movieexample.query.catalog.MovieListener;
import com.movieexample.query.catalog.MovieNumbers;
import com.movieexample.query.titles.Titles;
import com.movieexample.topics.view.MetadataView;
import java.util.List;

/**
 * What movies are made of, whichever the generation of their ratings.
 *
 * @param changes tells of those of the metadata view
 * @param numbers that titles and tables have
 * @param watching are told of changes of each generation, after all that reads depend on
 */
record MovieSources(
        MetadataView metadata,
        MetadataChanges changes,
        MovieNumbers numbers,
        Titles titles,
        List<MovieListener> watching) {}
