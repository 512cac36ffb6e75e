/**
 * The value types that every service shares, beside the generated messages of {@code com.movieexample.api.v1}.
 * Nothing here does I/O or knows a service.
 */
package com.movieexample.api;
