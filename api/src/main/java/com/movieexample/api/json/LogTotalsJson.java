package com.movieexample.api.json;

import java.util.List;

/**
 * What became of all events of the log, as JSON.
 *
 * @param events how many were read; all counts of the categories add up to it
 * @param categories all there are
 */
public record LogTotalsJson(long events, List<CategoryJson> categories) {
    /**
     * What became of some of the events.
     *
     * @param ofRecords how many the explanation of a record has
     * @param ofNone how many none has: bad ones that name no record, and what is on another partition than its record's
     */
    public record CategoryJson(String category, long ofRecords, long ofNone) {}
}
