package com.movieexample.bench.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL as Debian installs it. The server refuses to run as root, so root runs it as the user {@code postgres}
 * that comes with the package.
 *
 * @param folder that holds its programs
 */
public record PostgresBinaries(Path folder) {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    /** The newest that is installed. */
    public static Optional<PostgresBinaries> find() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                    .max(Comparator.comparingDouble(PostgresBinaries::number))
                    .map(version -> new PostgresBinaries(version.resolve("bin")));
        }
    }

    private static double number(Path version) {
        try {
            return Double.parseDouble(version.getFileName().toString());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Such as {@code 15}. */
    public String version() {
        return folder.getParent().getFileName().toString();
    }

    /** The account that it runs under, which is also the name of its first database user. */
    static String user() {
        return isRoot() ? "postgres" : System.getProperty("user.name");
    }

    /** Gives a folder to that account. */
    void own(Path given) throws IOException {
        if (isRoot()) {
            UserPrincipalLookupService accounts = given.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(given, accounts.lookupPrincipalByName(user()));
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // Becomes the program, unlike runuser and su: so the process that was started is the server's own.
            command.addAll(List.of("setpriv", "--reuid", user(), "--regid", user(), "--clear-groups"));
        }
        command.add(folder.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
