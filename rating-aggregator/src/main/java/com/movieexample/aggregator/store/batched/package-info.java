/**
 * Stores of our own on RocksDB, with the changelogs of Kafka Streams. What the fold changes stays on the heap until a
 * commit, and is then written in one batch. RATIONALE.md of the module says why.
 */
package com.movieexample.aggregator.store.batched;
