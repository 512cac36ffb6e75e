/**
 * The bundled sample of the demo: well-known films, and ratings that a seeded model makes up for them.
 * Nothing here knows Kafka or a service; whoever loads the sample publishes it.
 */
package com.movieexample.launcher.sample;
