package com.movieexample.broker;

import java.nio.file.Path;

/** Another broker, in this process or in another one, runs on the same data folder. */
public final class DataFolderInUseException extends BrokerStartException {
    DataFolderInUseException(Path folder) {
        super(
                "the data folder %s is in use by another broker; stop that one or choose another folder"
                        .formatted(folder),
                null);
    }
}
