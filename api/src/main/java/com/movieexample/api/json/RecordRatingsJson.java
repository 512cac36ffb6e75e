package com.movieexample.api.json;

import java.util.List;

/** Several records with their aggregated ratings as JSON, in the order asked for. */
public record RecordRatingsJson(List<RecordRatingJson> ratings) {}
