package com.movieexample.api.json;

import java.util.List;

/**
 * Several records of one type with their aggregated ratings as JSON, in the order asked for.
 *
 * @param unavailable the ids of those that nobody can say anything of now; null if there are none
 */
public record RecordRatingsJson(List<RecordRatingJson> ratings, List<String> unavailable) {}
