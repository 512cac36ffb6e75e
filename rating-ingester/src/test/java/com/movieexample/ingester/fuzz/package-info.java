/**
 * Seeded requests of every kind of wrongness, and what an answer to them may be. A request is a function of the seed and
 * of its number alone, so that one that failed can be sent again by itself.
 */
package com.movieexample.ingester.fuzz;
