/** Stores and retrieves metadata by movie id: handlers (HTTP, gRPC) over a controller over the topic and its view. */
package com.movieexample.metadata;
