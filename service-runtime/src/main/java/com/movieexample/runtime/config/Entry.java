package com.movieexample.runtime.config;

/**
 * Text that was given for a key, and where.
 *
 * @param spelling what whoever gave it wrote in the key's place, for messages
 */
record Entry(String key, String value, String source, String spelling) {}
