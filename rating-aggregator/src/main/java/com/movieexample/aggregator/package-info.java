/** The rating-aggregator: folds the log of ratings into aggregates, and answers the other services from them. */
package com.movieexample.aggregator;
