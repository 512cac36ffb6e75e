package com.movieexample.launcher.importing;

import com.movieexample.launcher.terminal.Colour;
import com.movieexample.launcher.terminal.ExitCodes;
import com.movieexample.launcher.terminal.Figures;
import com.movieexample.launcher.terminal.ProgressBar;
import com.movieexample.launcher.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An import as the user sees it: progress, a summary, and the exit code.
 *
 * @param rejectedFile where lines that are not taken are listed
 */
record ImportRun(Terminal terminal, Destination destination, DataSet data, Path rejectedFile) {

    /** Runs it; whatever stops it is said in one line. */
    int exitCode() {
        try {
            data.check();
            try (ImportTarget target = destination.open()) {
                return exitCode(target);
            }
        } catch (UnusableFileException e) {
            terminal.complain(e.getMessage());
            return ExitCodes.USAGE;
        } catch (ImportFailedException e) {
            terminal.complain(e.getMessage());
            return ExitCodes.ENVIRONMENT;
        }
    }

    private int exitCode(ImportTarget target) {
        ImportSummary summary = runOn(target);
        tell(summary);
        if (!summary.isEmpty()) {
            destination.awaitVisible(summary.positions()).ifPresent(terminal::say);
        }
        return summary.rejected() == 0 ? ExitCodes.OK : ExitCodes.FINDINGS;
    }

    private ImportSummary runOn(ImportTarget target) {
        try (ProgressBar progress = new ProgressBar(terminal, "Importing", size());
                RejectedLines rejected = new RejectedLines(rejectedFile)) {
            Intake intake = new Intake(target, rejected, progress, destination.inFlight());
            try {
                return Interruption.guard(() -> intake.takeAll(data), () -> stopped(progress, intake));
            } catch (ImportFailedException | UnusableFileException e) {
                stopped(progress, intake);
                throw e;
            }
        }
    }

    private void stopped(ProgressBar progress, Intake intake) {
        progress.close();
        ImportSummary soFar = intake.summary();
        terminal.say("Stopped after " + data.counts(soFar) + ". " + data.howToGoOn());
        tellRejected(soFar);
    }

    private void tell(ImportSummary summary) {
        terminal.say("Imported " + terminal.paint(Colour.BOLD, data.counts(summary)) + " in "
                + Figures.duration(summary.duration()) + ".");
        data.remarks().forEach(terminal::say);
        tellRejected(summary);
    }

    private void tellRejected(ImportSummary summary) {
        if (summary.rejected() == 0) {
            terminal.say(terminal.paint(Colour.GREEN, "No line was rejected."));
        } else {
            terminal.say(terminal.paint(Colour.RED, Figures.count(summary.rejected()) + " rejected")
                    + ", listed with line and reason in " + rejectedFile + ".");
        }
    }

    private long size() {
        try {
            return data.size();
        } catch (IOException e) {
            throw new UnusableFileException(data.path(), "can't be read", e);
        }
    }
}
