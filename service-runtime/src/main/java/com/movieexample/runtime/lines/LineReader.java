package com.movieexample.runtime.lines;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.movieexample.api.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads UTF-8 lines that end in LF or CRLF. A line that is not UTF-8 or too long is handed over as one with a problem,
 * and the next one is read as if nothing had been; memory stays bounded. A byte order mark at the start is passed over.
 * Does not own its stream; not thread-safe.
 */
public final class LineReader {
    public static final int MAX_LINE_BYTES = 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int SHOWN_BYTES = 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int end;
    private long lines;

    public LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line; empty at the end of the text. */
    public Optional<Line> next() throws IOException {
        if (!fill()) {
            return Optional.empty();
        }
        lines++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        long length = 0;
        boolean ended = false;
        byte last = 0;
        while (!ended && fill()) {
            int lineEnd = indexOfLineFeed();
            ended = lineEnd < end;
            line.write(buffer, next, Math.min(lineEnd - next, MAX_LINE_BYTES - line.size()));
            length += lineEnd - next;
            last = lineEnd > next ? buffer[lineEnd - 1] : last;
            next = ended ? lineEnd + 1 : lineEnd;
        }
        return Optional.of(toLine(line.toByteArray(), last == '\r' ? length - 1 : length));
    }

    /**
     * @param bytes the start of the line, with all of its text unless that is too long
     * @param length of its text, a byte order mark included
     */
    private Line toLine(byte[] bytes, long length) {
        int from = lines == 1 && startsWithByteOrderMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        if (length > MAX_LINE_BYTES) {
            String expected = String.format(Locale.ROOT, "at most %,d bytes, not %,d", MAX_LINE_BYTES, length);
            return unreadable(bytes, from, MAX_LINE_BYTES, expected);
        }
        try {
            ByteBuffer text = ByteBuffer.wrap(bytes, from, (int) length - from);
            return new Line(lines, UTF_8.newDecoder().decode(text).toString(), Optional.empty());
        } catch (CharacterCodingException e) {
            return unreadable(bytes, from, (int) length, "UTF-8");
        }
    }

    private Line unreadable(byte[] bytes, int from, int to, String expected) {
        String shown = new String(bytes, from, Math.min(to - from, SHOWN_BYTES), UTF_8);
        return new Line(lines, shown, Optional.of(new InvalidInputException("line", shown, expected)));
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private int indexOfLineFeed() {
        int i = next;
        while (i < end && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Whether there is at least one more byte in the buffer. */
    private boolean fill() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
        }
        return end > 0;
    }
}
