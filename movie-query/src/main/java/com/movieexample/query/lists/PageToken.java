package com.movieexample.query.lists;

import com.movieexample.api.InvalidInputException;
import com.movieexample.query.catalog.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * Where the next page of a list begins, as text for a URL, and what the list was begun with: so that its order stays the
 * same from page to page while what is usual, and the day, go on. A checksum over list and place tells a token of another
 * list, and a mistyped one.
 *
 * @param prior what was usual
 * @param today in days since 1970
 * @param shown how many movies came before
 */
record PageToken(Place place, BigDecimal prior, long today, int shown) {
    private static final String FIELD = "pageToken";
    private static final String EXPECTED = "the nextPageToken of the page before, with the same parameters";
    private static final int PRIOR_DECIMALS = 4;
    private static final int LONGEST = 8_192;

    String text(ListQuery query) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream token = new DataOutputStream(bytes)) {
            byte[] content = content();
            token.writeInt(checksum(query, content));
            token.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private byte[] content() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream content = new DataOutputStream(bytes)) {
            content.writeLong(place.major());
            content.writeLong(place.minor());
            content.writeUTF(place.text());
            content.writeUTF(place.id());
            content.writeLong(prior.movePointRight(PRIOR_DECIMALS).longValueExact());
            content.writeLong(today);
            content.writeInt(shown);
        }
        return bytes.toByteArray();
    }

    /** @throws InvalidInputException for what {@link #text} did not make for the same list */
    static PageToken parse(ListQuery query) {
        String text = query.pageToken();
        try {
            byte[] bytes = text.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(text);
            DataInputStream token = new DataInputStream(new ByteArrayInputStream(bytes));
            int checksum = token.readInt();
            byte[] content = token.readAllBytes();
            if (checksum != checksum(query, content)) {
                throw new InvalidInputException(FIELD, text, EXPECTED);
            }
            return read(new DataInputStream(new ByteArrayInputStream(content)));
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidInputException(FIELD, text, EXPECTED, e);
        }
    }

    private static PageToken read(DataInputStream content) throws IOException {
        Place place = new Place(content.readLong(), content.readLong(), content.readUTF(), content.readUTF());
        BigDecimal prior = BigDecimal.valueOf(content.readLong(), PRIOR_DECIMALS);
        return new PageToken(place, prior, content.readLong(), content.readInt());
    }

    private static int checksum(ListQuery query, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(query.list().toString().getBytes(StandardCharsets.UTF_8));
        checksum.update(0);
        checksum.update(content);
        return (int) checksum.getValue();
    }
}
