package com.movieexample.ingester.deadletters;

import com.movieexample.topics.deadletters.DeadLetterSummary;
import java.util.List;
import java.util.Optional;

/**
 * Some of the dead letters.
 *
 * @param last where the next page begins behind; empty on the last page
 */
record DeadLettersPage(List<DeadLetterSummary> letters, Optional<PlaceInList> last) {}
