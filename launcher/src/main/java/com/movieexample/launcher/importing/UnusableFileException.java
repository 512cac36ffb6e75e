package com.movieexample.launcher.importing;

import java.nio.file.Path;

/** A file or folder that the user named is not what the import needs; the message says which one and why. */
final class UnusableFileException extends RuntimeException {
    UnusableFileException(Path path, String why) {
        super(path + " " + why);
    }

    UnusableFileException(Path path, String why, Throwable cause) {
        super(path + " " + why + ": " + cause.getMessage(), cause);
    }
}
