package com.movieexample.launcher.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {
    @TempDir
    Path folder;

    @Test
    void linesEndInLineFeedOrInCarriageReturnAndLineFeed() throws IOException {
        assertThat(texts("one\ntwo\r\nthree\n")).containsExactly("one", "two", "three");
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(texts("one\ntwo")).containsExactly("one", "two");
        assertThat(texts("one\r\ntwo\r")).containsExactly("one", "two");
    }

    @Test
    void emptyLinesAreLinesToo() throws IOException {
        assertThat(texts("\n\r\nthree\n")).containsExactly("", "", "three");
    }

    @Test
    void anEmptyFileHasNoLine() throws IOException {
        assertThat(texts("")).isEmpty();
    }

    @Test
    void linesAreNumberedFromOneAndKnowTheirFile() throws IOException {
        assertThat(read("one\ntwo\n".getBytes(UTF_8)))
                .containsExactly(
                        new Line("lines.csv", 1, "one", Optional.empty()),
                        new Line("lines.csv", 2, "two", Optional.empty()));
    }

    @Test
    void aByteOrderMarkAtTheStartIsPassedOverAndOnlyThere() throws IOException {
        assertThat(texts("\uFEFFone\n\uFEFFtwo\n")).containsExactly("one", "\uFEFFtwo");
        assertThat(texts("\uFEFF\r\none")).containsExactly("", "one");
    }

    @Test
    void lettersOfAllAlphabetsAreRead() throws IOException {
        assertThat(texts("Amélie\nЛетят журавли\n千と千尋\n")).containsExactly("Amélie", "Летят журавли", "千と千尋");
    }

    @Test
    void aLineThatIsNotUtf8IsReportedAndTheNextOneRead() throws IOException {
        List<Line> lines = read("one\r\nAmélie\r\nthree\r\n".getBytes(ISO_8859_1));

        assertThat(lines).extracting(Line::text).containsExactly("one", "Am\uFFFDlie", "three");
        assertThat(lines)
                .extracting(Line::problem)
                .containsExactly(
                        Optional.empty(), Optional.of("line is in another encoding, expected UTF-8"), Optional.empty());
    }

    @Test
    void aLineThatIsTooLongIsReportedAndTheNextOneRead() throws IOException {
        List<Line> lines = read(("x".repeat(5_000_000) + "\r\ntwo\n").getBytes(UTF_8));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).problem())
                .hasValueSatisfying(problem -> assertThat(problem).endsWith("expected at most 1,048,576"));
        assertThat(lines.get(0).text()).hasSizeLessThan(2_000);
        assertThat(lines.get(1)).isEqualTo(new Line("lines.csv", 2, "two", Optional.empty()));
    }

    @Test
    void aLineMayBeAsLongAsTheLimitWhateverItsEnd() throws IOException {
        String longest = "x".repeat(LineReader.MAX_LINE_BYTES);

        assertThat(texts(longest + "\n" + longest + "\r\n" + longest)).containsExactly(longest, longest, longest);
        assertThat(read((longest + "x\r\n").getBytes(UTF_8)).get(0).problem())
                .contains("line is 1,048,577 bytes long, expected at most 1,048,576");
    }

    @Test
    void theBytesReadAreThoseOfTheLinesSoFar() throws IOException {
        Path file = Files.writeString(folder.resolve("lines.csv"), "\uFEFFone\r\ntwö");

        try (LineReader reader = LineReader.open(file)) {
            assertThat(reader.bytesRead()).isZero();
            reader.next();
            assertThat(reader.bytesRead()).isEqualTo(8);
            reader.next();
            assertThat(reader.bytesRead()).isEqualTo(Files.size(file));
        }
    }

    private List<String> texts(String content) throws IOException {
        List<Line> lines = read(content.getBytes(UTF_8));
        assertThat(lines).extracting(Line::problem).allMatch(Optional::isEmpty);
        return lines.stream().map(Line::text).toList();
    }

    private List<Line> read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("lines.csv"), content);
        List<Line> lines = new ArrayList<>();
        try (LineReader reader = LineReader.open(file)) {
            for (var line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }
}
