package com.movieexample.launcher.topics;

import com.movieexample.launcher.operators.ProcessViews;
import java.util.List;
import java.util.Optional;

/**
 * What one process said.
 *
 * @param service its name
 * @param address of its gRPC
 * @param silence why it said nothing; empty if it answered
 */
record ProcessFigures(String service, String address, List<ViewFigures> views, Optional<String> silence) {
    /** @param topics read before the process was asked */
    static ProcessFigures of(ProcessViews process, List<TopicFigures> topics) {
        return new ProcessFigures(
                process.service(),
                process.address(),
                process.views().stream()
                        .map(view -> ViewFigures.of(view, topics))
                        .toList(),
                process.silence());
    }
}
