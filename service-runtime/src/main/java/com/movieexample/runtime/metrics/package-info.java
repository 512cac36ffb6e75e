/**
 * The meters of one service and how they are read. What a service measures beyond its servers and Kafka clients is its
 * own business.
 */
package com.movieexample.runtime.metrics;
