/**
 * Why a record's aggregated rating is what it is, over HTTP. What an explanation is stands in
 * {@link com.movieexample.topics.explain}.
 */
package com.movieexample.ingester.explain;
