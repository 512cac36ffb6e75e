/**
 * The real Apache Kafka broker in this JVM, behind {@link com.movieexample.broker.EmbeddedBroker}. Nothing here knows
 * topics, messages or services.
 */
package com.movieexample.broker;
