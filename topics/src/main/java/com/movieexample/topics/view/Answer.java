package com.movieexample.topics.view;

import com.movieexample.api.Freshness;

/** What a read found, and which part of the log that reflects. */
public record Answer<T>(T found, Freshness freshness) {}
