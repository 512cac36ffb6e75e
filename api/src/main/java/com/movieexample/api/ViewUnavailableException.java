package com.movieexample.api;

/** A view can't be read at this moment, since it is closing or is built again. */
public final class ViewUnavailableException extends RuntimeException {
    public ViewUnavailableException(String message) {
        super(message);
    }
}
