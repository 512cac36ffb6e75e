package com.movieexample.launcher.sample;

/**
 * One rating event of the sample.
 *
 * @param hundredths the value in whole hundredths: 50 to 500 in steps of 50
 * @param ratedAt milliseconds since 1970-01-01 UTC
 */
public record SampleRating(String userId, String filmId, int hundredths, long ratedAt) {}
