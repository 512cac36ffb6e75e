/** The rating of one user, whose page this service is: asked of an aggregator, written through an ingester. */
package com.movieexample.query.own;
