package com.movieexample.launcher.dlq;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.movieexample.launcher.terminal.Figures;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What foreign clients wrote, fit for a terminal: nothing in it can move the cursor or begin a line. */
public final class Shown {
    private static final int BYTES_IN_ROW = 16;
    private static final int ROWS = 64;
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Shown() {}

    static String count(int letters) {
        return Figures.count(letters, "dead letter");
    }

    public static String time(Instant time) {
        return MILLISECONDS.format(time);
    }

    static String text(byte[] bytes) {
        return bytes == null ? "none" : text(new String(bytes, UTF_8));
    }

    /** With a replacement character for each control character. */
    public static String text(String text) {
        return plain(text, false);
    }

    /** The same, but lines stay lines. */
    static String lines(String text) {
        return plain(text, true);
    }

    private static String plain(String text, boolean keepLines) {
        StringBuilder shown = new StringBuilder(text.length());
        text.chars()
                .forEach(c ->
                        shown.append(Character.isISOControl(c) && !(keepLines && c == '\n') ? '\uFFFD' : (char) c));
        return shown.toString();
    }

    /** Rows of hexadecimal digits with the ASCII characters beside them. */
    static List<String> dump(byte[] bytes) {
        List<String> rows = new ArrayList<>();
        for (int from = 0; from < bytes.length && rows.size() < ROWS; from += BYTES_IN_ROW) {
            byte[] row = Arrays.copyOfRange(bytes, from, Math.min(from + BYTES_IN_ROW, bytes.length));
            String hex = HexFormat.ofDelimiter(" ").formatHex(row);
            rows.add("%08x  %-47s  %s".formatted(from, hex, ascii(row)));
        }
        if (bytes.length > ROWS * BYTES_IN_ROW) {
            rows.add("… " + (bytes.length - ROWS * BYTES_IN_ROW) + " more bytes");
        }
        return rows;
    }

    private static String ascii(byte[] row) {
        StringBuilder text = new StringBuilder(row.length);
        for (byte b : row) {
            text.append(b >= ' ' && b < 0x7f ? (char) b : '.');
        }
        return text.toString();
    }
}
