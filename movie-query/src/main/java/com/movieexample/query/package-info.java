/**
 * The joined view: movies with metadata and aggregated rating. Handlers (HTTP, gRPC) over a controller over two local
 * views, so that a read takes no network hop and goes on while every other service is away.
 */
package com.movieexample.query;
