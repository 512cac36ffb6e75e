package com.movieexample.topics.view;

/** A view's folder was built from another log than the one it is to follow. */
public final class OtherLogException extends RuntimeException {
    OtherLogException(TopicView.Settings settings, String found, String expected) {
        super(("the view %s in %s was built from cluster and topic %s, but %s is %s now. "
                        + "Use the right cluster, or remove the folder to build the view again.")
                .formatted(settings.name(), settings.folder(), found, settings.topic(), expected));
    }
}
