package com.movieexample.launcher.access;

import com.movieexample.runtime.access.ApiKeys;
import com.movieexample.runtime.access.keyfile.KeyEntry;
import com.movieexample.runtime.access.keyfile.KeyFileContent;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The key itself is printed once and kept nowhere. */
@Command(
        name = "new",
        description = "Add an API key to a file, and print it: nobody can show it again.",
        footer = {
            "",
            "For example:",
            "  ./marquee keys new imdb --file keys.json --provider imdb --record-type movie",
            "Services that run with --api-keys=keys.json know it within a second. To revoke a key,",
            "take it out of the file."
        })
public final class KeysNewCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "name of the key in logs and answers")
    private String name;

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "file of keys, made if missing")
    private Path file;

    @Option(
            names = "--provider",
            paramLabel = "ID",
            description = "provider whose ratings it may write, * for any; may be repeated")
    private List<String> providers;

    @Option(
            names = "--record-type",
            paramLabel = "TYPE",
            description = "record type that it may rate, * for any; may be repeated")
    private List<String> recordTypes;

    @Option(names = "--metadata", description = "it may write metadata")
    private boolean metadata;

    @Option(names = "--operator", description = "it may handle dead letters")
    private boolean operator;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String key = ApiKeys.random();
        KeyEntry entry = new KeyEntry(
                name, ApiKeys.hash(key), providers, recordTypes, metadata ? true : null, operator ? true : null);
        KeyFileContent before = Files.exists(file) ? KeyFileContent.read(file) : new KeyFileContent(List.of());
        before.with(entry).write(file);
        PrintWriter out = spec.commandLine().getOut();
        out.println(key);
        out.flush();
        return 0;
    }
}
