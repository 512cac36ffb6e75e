package com.movieexample.query.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Some movies of a list.
 *
 * @param total how many the whole list has
 * @param last the place after which the next page begins; empty if there is none
 */
public record Page(List<Listed> movies, long total, Optional<Place> last) {}
