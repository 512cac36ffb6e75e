package com.movieexample.launcher.producing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of code in a page of Markdown.
 *
 * @param language what stands behind the opening fence
 * @param text the lines between the fences, each with its end
 */
record FencedBlock(String language, String text) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");

    static List<FencedBlock> of(String markdown) {
        List<FencedBlock> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(markdown);
        while (block.find()) {
            blocks.add(new FencedBlock(block.group(1), block.group(2)));
        }
        return blocks;
    }

    boolean isIn(String wanted) {
        return language.equals(wanted);
    }
}
