/**
 * The router: copies misplaced events of the log to their right place and puts bad ones among the dead letters. What an
 * event is worth is decided by {@code topics.rules}, never here; the services' handlers don't know the router.
 */
package com.movieexample.ingester.router;
