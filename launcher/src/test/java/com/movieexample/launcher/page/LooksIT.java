package com.movieexample.launcher.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the page looks, and whether all can use it. */
@ExtendWith(OpenCinema.class)
class LooksIT {
    private final Cinema cinema;
    private final Browser browser;
    private final Accessibility accessibility = new Accessibility();

    LooksIT(Cinema cinema) throws Exception {
        this.cinema = cinema;
        this.browser = cinema.browser();
    }

    /** Every page, and what is there when it is complete. */
    static Stream<Page> pages() {
        return Stream.of(
                new Page("/", ".more"),
                new Page("/#/?chart=trending", ".rank"),
                new Page("/#/?q=drama", ".found .more"),
                new Page("/#/?q=zzzzzz", ".found h2"),
                new Page("/" + Cinema.movie(Programme.STALKER), ".histogram"),
                new Page("/?user=neo" + Cinema.movie(Programme.MARKUP_ID), ".histogram"),
                new Page("/#/movie/nowhere", ".failure"));
    }

    record Page(String address, String complete) {}

    @ParameterizedTest
    @MethodSource("pages")
    void everybodyCanUseItByDayByNightAndOnAPhone(Page page) {
        cinema.show(page.address()).find(page.complete());
        String day = background();
        assertThat(accessibility.violations(browser)).as("by day").isEmpty();

        browser.scheme(Browser.DARK);

        assertThat(background()).isNotEqualTo(day);
        assertThat(accessibility.violations(browser)).as("by night").isEmpty();

        browser.asPhone();

        assertThat(browser.run("return innerWidth + ' ' + document.documentElement.scrollWidth", String.class))
                .as("a phone's width, and what is taken of it")
                .isEqualTo("360 360");
        assertThat(accessibility.violations(browser)).as("on a phone").isEmpty();
    }

    private String background() {
        return browser.run("return getComputedStyle(document.body).backgroundColor", String.class);
    }
}
