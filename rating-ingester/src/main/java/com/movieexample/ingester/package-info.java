/**
 * Accepts ratings and hands reads of them on: handlers (HTTP, gRPC) over a controller over the topic
 * {@code ratings} and the gateway to the aggregators.
 */
package com.movieexample.ingester;
