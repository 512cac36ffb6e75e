package com.movieexample.query.catalog;

/** Where a movie stands in a list, see {@link Order}: the next page begins after the last one of the page before. */
public record Place(long major, long minor, String text, String id) {}
