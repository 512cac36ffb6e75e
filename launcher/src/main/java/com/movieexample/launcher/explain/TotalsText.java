package com.movieexample.launcher.explain;

import com.movieexample.launcher.terminal.Figures;
import com.movieexample.launcher.terminal.TextTable;
import com.movieexample.topics.explain.Category;
import com.movieexample.topics.explain.LogTotals;
import java.io.PrintWriter;

/** Prints what became of all events of the log. */
record TotalsText(PrintWriter out) {
    void print(LogTotals totals) {
        TextTable table = new TextTable("WHAT BECAME OF IT", ">OF RECORDS", ">OF NONE", "");
        for (Category category : Category.values()) {
            table.row(
                    category.text(),
                    Figures.count(totals.ofRecords().get(category)),
                    Figures.count(totals.ofNone().get(category)),
                    category.meaning());
        }
        table.row(
                "in all",
                Figures.count(LogTotals.sum(totals.ofRecords())),
                Figures.count(LogTotals.sum(totals.ofNone())),
                "");
        table.lines().forEach(out::println);
        out.println();
        out.println("Of none: bad events that name no record, and what is on another partition than its record's.");
        out.println("%s + %s = %s, and %s %s"
                .formatted(
                        Figures.count(LogTotals.sum(totals.ofRecords())),
                        Figures.count(LogTotals.sum(totals.ofNone())),
                        Figures.count(totals.sum()),
                        Figures.count(totals.events(), "event"),
                        totals.sum() == totals.events() ? "were read." : "were read: that differs, and is a defect."));
        out.flush();
    }
}
