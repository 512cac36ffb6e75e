package com.movieexample.launcher.importing;

import java.util.function.Supplier;

/**
 * One thing that a file holds.
 *
 * @param value reads it; throws {@link com.movieexample.api.InvalidInputException} if it can't be read
 */
record Entry<T>(Place place, Supplier<T> value) {}
