package com.movieexample.launcher.producing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page {@code docs/producing.md}. */
record ProducingPage(String markdown) {
    private static final Pattern SECTION = Pattern.compile("(?m)^## ");
    private static final String PREPARATION = "Before the examples";

    /** @param marquee the folder that the page is read in: Marquee's own */
    static ProducingPage in(Path marquee) throws IOException {
        return new ProducingPage(Files.readString(marquee.resolve("docs/producing.md")));
    }

    PageExample example(String title) {
        return new PageExample(Stream.of(PREPARATION, title)
                .flatMap(section -> blocksOf(section).stream())
                .toList());
    }

    private List<FencedBlock> blocksOf(String title) {
        return SECTION.splitAsStream(markdown)
                .filter(section -> section.startsWith(title + "\n"))
                .map(FencedBlock::of)
                .findFirst()
                .orElseThrow();
    }
}
