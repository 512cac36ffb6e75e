package com.movieexample.api.json;

/** A record with its aggregated rating as JSON. */
public record RecordRatingJson(String recordType, String recordId, RatingJson rating) {}
