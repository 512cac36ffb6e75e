package com.movieexample.runtime.lines;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

// A thread of its own: what reads in circles hears no interrupt.
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class LineReaderTest {
    @Test
    void linesEndInLineFeedOrInCarriageReturnAndLineFeed() throws IOException {
        assertThat(texts("one\ntwo\r\nthree\n")).containsExactly("one", "two", "three");
    }

    @Test
    void linesAreTheSameInWhateverPiecesTheyCome() throws IOException {
        byte[] content = "\uFEFFone\r\nAmélie\n\r\nfour".getBytes(UTF_8);
        InputStream pieces = new ByteArrayInputStream(content) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, 1);
            }
        };

        assertThat(read(pieces)).extracting(Line::text).containsExactly("one", "Amélie", "", "four");
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
    void anEmptyTextHasNoLine() throws IOException {
        assertThat(texts("")).isEmpty();
    }

    @Test
    void linesAreNumberedFromOne() throws IOException {
        assertThat(read("one\ntwo\n".getBytes(UTF_8)))
                .containsExactly(new Line(1, "one", Optional.empty()), new Line(2, "two", Optional.empty()));
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
        assertThat(lines).extracting(line -> line.problem().isPresent()).containsExactly(false, true, false);
        assertThatThrownBy(lines.get(1)::readable).hasMessage("line is \"Am\uFFFDlie\", expected UTF-8");
    }

    @Test
    void aLineThatIsTooLongIsReportedAndTheNextOneRead() throws IOException {
        List<Line> lines = read(("x".repeat(5_000_000) + "\r\ntwo\n").getBytes(UTF_8));

        assertThat(lines).hasSize(2);
        assertThatThrownBy(lines.get(0)::readable)
                .hasMessageEndingWith("xxx…\", expected at most 1,048,576 bytes, not 5,000,000");
        assertThat(lines.get(0).text()).hasSizeLessThan(2_000);
        assertThat(lines.get(1)).isEqualTo(new Line(2, "two", Optional.empty()));
    }

    @Test
    void aLineMayBeAsLongAsTheLimitWhateverItsEnd() throws IOException {
        String longest = "x".repeat(LineReader.MAX_LINE_BYTES);

        assertThat(texts(longest + "\n" + longest + "\r\n" + longest)).containsExactly(longest, longest, longest);
        assertThatThrownBy(read((longest + "x\r\n").getBytes(UTF_8)).get(0)::readable)
                .hasMessageEndingWith("expected at most 1,048,576 bytes, not 1,048,577");
    }

    @Test
    void aLineWithoutAnEndTakesBoundedMemory() throws IOException {
        long length = 3L << 30; // Three times what the tests' JVM may have.

        LineReader reader = new LineReader(new Spaces(length));

        assertThatThrownBy(() -> reader.next().orElseThrow().readable())
                .hasMessageEndingWith("expected at most 1,048,576 bytes, not 3,221,225,472");
        assertThat(reader.next()).isEmpty();
    }

    /** So many spaces. */
    private static final class Spaces extends InputStream {
        private long left;

        Spaces(long count) {
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = (int) Math.min(length, left);
            Arrays.fill(into, offset, offset + count, (byte) ' ');
            left -= count;
            return count == 0 ? -1 : count;
        }
    }

    private List<String> texts(String content) throws IOException {
        List<Line> lines = read(content.getBytes(UTF_8));
        assertThat(lines).extracting(Line::problem).allMatch(Optional::isEmpty);
        return lines.stream().map(Line::text).toList();
    }

    private List<Line> read(byte[] content) throws IOException {
        return read(new ByteArrayInputStream(content));
    }

    private List<Line> read(InputStream content) throws IOException {
        List<Line> lines = new ArrayList<>();
        LineReader reader = new LineReader(content);
        for (var line = reader.next(); line.isPresent(); line = reader.next()) {
            lines.add(line.get());
        }
        return lines;
    }
}
