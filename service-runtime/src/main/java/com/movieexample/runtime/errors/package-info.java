/**
 * What can go wrong with a request, and the one table from it to an HTTP status, a title and a gRPC status.
 * Nothing here knows a service or writes to a connection.
 */
package com.movieexample.runtime.errors;
