package com.movieexample.launcher.producing;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** An example of the page, as someone goes through it who copies one block after the other. */
record PageExample(List<FencedBlock> blocks) {
    private static final String END_OF_FILE = "END_OF_FILE";

    /** For bash; prints the answers, and everything else on the standard error. */
    String script() {
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        for (int i = 0; i < blocks.size(); i++) {
            FencedBlock block = blocks.get(i);
            switch (block.language()) {
                case "sh" -> script.append("{\n").append(block.text()).append(isAnswered(i) ? "}\n" : "} >&2\n");
                case "js", "python" -> script.append(writing(block));
                case "json" -> {}
                default -> throw new IllegalStateException("nobody knows what to do with " + block);
            }
        }
        return script.toString();
    }

    /** What the page shows as the answers. */
    String answers() {
        return blocks.stream()
                .filter(block -> block.isIn("json"))
                .map(FencedBlock::text)
                .collect(joining());
    }

    private boolean isAnswered(int block) {
        return block + 1 < blocks.size() && blocks.get(block + 1).isIn("json");
    }

    /** The first line of a program is a comment with the name of its file. */
    private static String writing(FencedBlock program) {
        String firstLine = program.text().lines().findFirst().orElseThrow();
        String file = firstLine.substring(firstLine.indexOf(' ') + 1);
        return "cat > %s <<'%s'\n%s%s\n".formatted(file, END_OF_FILE, program.text(), END_OF_FILE);
    }
}
