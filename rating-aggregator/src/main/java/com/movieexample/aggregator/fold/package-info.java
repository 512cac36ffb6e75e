/**
 * The fold of the log into the ratings view: the topology, its one processor, and the arithmetic of aggregates.
 * Nothing here has a side effect other than on the two stores, so that a generation is a function of the log.
 */
package com.movieexample.aggregator.fold;
