package com.movieexample.ingester;

import com.movieexample.api.json.UserRatingJson;
import com.movieexample.api.json.UserRatingsJson;
import com.movieexample.api.v1.UserRating;
import java.util.List;

/**
 * Some of the ratings of a record.
 *
 * @param nextPageToken empty on the last page
 */
record RatingsPage(List<UserRating> ratings, String nextPageToken) {
    UserRatingsJson toJson() {
        return new UserRatingsJson(
                ratings.stream().map(UserRatingJson::of).toList(), nextPageToken.isEmpty() ? null : nextPageToken);
    }
}
