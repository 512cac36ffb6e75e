/**
 * An agent of Consul for tests: a server that keeps to the part of Consul's documented HTTP API that is used here, and
 * refuses what is not in it.
 */
package com.movieexample.testkit.consul;
