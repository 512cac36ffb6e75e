/**
 * Stores of our own on RocksDB, with the changelogs of Kafka Streams. What the fold changes stays on the heap until a
 * commit; then the changelog has it, and RocksDB gets it with much else, sorted. RATIONALE.md of the module says why.
 */
package com.movieexample.aggregator.store.batched;
