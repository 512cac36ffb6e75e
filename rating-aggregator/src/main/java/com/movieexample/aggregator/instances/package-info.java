/** The other instances of the rating-aggregator: which of them holds a partition, and how it is asked. */
package com.movieexample.aggregator.instances;
