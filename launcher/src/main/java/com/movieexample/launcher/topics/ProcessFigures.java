package com.movieexample.launcher.topics;

import java.util.List;
import java.util.Optional;

/**
 * What one process said.
 *
 * @param service its name
 * @param address of its gRPC
 * @param silence why it said nothing; empty if it answered
 */
record ProcessFigures(String service, String address, List<ViewFigures> views, Optional<String> silence) {}
