package com.movieexample.launcher.operators;

import com.movieexample.api.v1.ViewDescription;
import java.util.List;
import java.util.Optional;

/**
 * What one process says of its views.
 *
 * @param service its name
 * @param address of its gRPC
 * @param silence why it said nothing; empty if it answered
 */
public record ProcessViews(String service, String address, List<ViewDescription> views, Optional<String> silence) {}
