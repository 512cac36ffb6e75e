package com.movieexample.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextTableTest {
    private final TextTable table = new TextTable("NAME", ">COUNT", "NOTE");

    @Test
    void columnsAreAsWideAsTheirWidestCellAndNumbersEndBelowEachOther() {
        table.row("ratings", "1,234,567", "");
        table.row("b", "8", "all well");

        assertThat(table.lines())
                .containsExactly(
                        "NAME         COUNT  NOTE", //
                        "ratings  1,234,567",
                        "b                8  all well");
    }

    @Test
    void refusesARowOfAnotherWidth() {
        assertThatIllegalArgumentException().isThrownBy(() -> table.row("a")).withMessage("1 cells for 3 columns");
    }
}
