package com.movieexample.launcher.rebuild;

import com.movieexample.api.v1.ViewDescription;
import com.movieexample.launcher.operators.OperatorClient;
import com.movieexample.launcher.operators.ProcessViews;
import java.util.ArrayList;
import java.util.List;

/** The processes that answer from a generation, as far as they can be asked. */
record Readers(List<OperatorClient> processes) {
    /** Those that answer, but not from this generation, a line each. */
    List<String> notYetOn(int generation) {
        List<String> late = new ArrayList<>();
        for (OperatorClient process : processes) {
            ProcessViews answer = process.ask();
            answer.views().stream()
                    .filter(view -> view.getGeneration() != 0 && view.getAnswers())
                    .mapToInt(ViewDescription::getGeneration)
                    .filter(answers -> answers != generation)
                    .forEach(answers -> late.add("%s at %s answers from generation %d"
                            .formatted(answer.service(), answer.address(), answers)));
        }
        return late;
    }

    /** Those that did not answer, a line each. */
    List<String> silent() {
        return processes.stream()
                .map(OperatorClient::ask)
                .flatMap(answer -> answer.silence().stream())
                .toList();
    }
}
