/**
 * The dead letters for operators: looked at, sent into the log again, mended on the way, or dropped. A handler over a
 * controller over the topic; what a resubmission does is decided by {@code topics.deadletters}, never here.
 */
package com.movieexample.ingester.deadletters;
