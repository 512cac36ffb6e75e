package com.movieexample.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.runtime.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/options.md} against the settings; it writes what should stand there into the build folder. */
class OptionsTableTest {
    private static final String BEGIN = "<!-- options -->\n";
    private static final Path DOCUMENT = Path.of("..", "docs", "options.md");
    private static final Path WRITTEN = Path.of("target", "options.md");

    @Test
    void theDocumentListsExactlyTheDeclaredOptions() throws IOException {
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf(BEGIN) + BEGIN.length();
        int to = document.lastIndexOf(BEGIN);
        assertThat(to).as("the second of two markers %s", BEGIN).isGreaterThanOrEqualTo(from);
        String expected = document.substring(0, from) + OptionsTable.markdown() + document.substring(to);

        Files.writeString(WRITTEN, expected);

        assertThat(document)
                .as("%s, which is right in launcher/%s", DOCUMENT, WRITTEN)
                .isEqualTo(expected);
    }

    @Test
    void theTableHoldsEachOptionOfEachCommand() {
        String table = OptionsTable.markdown();

        assertThat(CommandSettings.allInOne().sections())
                .flatExtracting(section -> section.settings().declared())
                .extracting(Setting::cliName)
                .allMatch(name -> table.contains("`" + name + "="));
        assertThat(table).contains("`--port=N` | `MARQUEE_METADATA_HTTP_PORT` | `8081`");
    }
}
