/** Answers for records from the fold's state: gRPC handler over repository. */
package com.movieexample.aggregator.query;
