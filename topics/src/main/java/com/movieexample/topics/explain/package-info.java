/**
 * Why an aggregated rating is what it is: what became of each event of a record, by reading the log afresh. Commands and
 * services alike explain by what stands here; nothing here knows a protocol, nor a view.
 */
package com.movieexample.topics.explain;
