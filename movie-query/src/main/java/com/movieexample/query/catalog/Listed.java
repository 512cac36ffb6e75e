package com.movieexample.query.catalog;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A movie in a list.
 *
 * @param score what it is ordered by, if the order shows one
 */
public record Listed(String id, Optional<BigDecimal> score) {}
