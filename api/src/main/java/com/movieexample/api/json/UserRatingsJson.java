package com.movieexample.api.json;

import java.util.List;

/**
 * A page of the ratings of a record as JSON, ascending by the bytes of the users' ids.
 *
 * @param ratings may be fewer than asked for, even none, though more follow
 * @param nextPageToken null on the last page
 */
public record UserRatingsJson(List<UserRatingJson> ratings, String nextPageToken) {}
