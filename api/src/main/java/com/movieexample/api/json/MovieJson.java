package com.movieexample.api.json;

/** A movie with metadata and aggregated rating as JSON. */
public record MovieJson(String id, MetadataJson metadata, RatingJson rating) {}
