package com.movieexample.launcher.producing;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a script for bash did. */
public record ShellRun(boolean succeeded, String out, String err) {
    /**
     * @param folder where the script runs
     * @param output an empty folder for what it says
     * @param variables added to those of this process
     */
    public static ShellRun of(String script, Path folder, Path output, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path out = output.resolve("out");
        Path err = output.resolve("err");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(variables);
        Process shell = builder.start();
        shell.getOutputStream().close();
        boolean ended = shell.waitFor(2, MINUTES);
        if (!ended) {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
        return new ShellRun(ended && shell.exitValue() == 0, Files.readString(out), Files.readString(err));
    }
}
