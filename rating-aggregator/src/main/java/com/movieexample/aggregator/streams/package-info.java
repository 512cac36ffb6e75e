/** Runs the fold on Kafka Streams: its settings, its memory, its supervision. */
package com.movieexample.aggregator.streams;
