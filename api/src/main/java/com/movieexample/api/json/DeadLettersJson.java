package com.movieexample.api.json;

import java.util.List;

/**
 * A page of the dead letters as JSON, by the time at which the log took them.
 *
 * @param nextPageToken null on the last page
 */
public record DeadLettersJson(List<DeadLetterSummaryJson> deadLetters, String nextPageToken) {}
