package com.movieexample.launcher.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** The web page, in a real browser. */
@ExtendWith(OpenCinema.class)
class PageIT {
    private final Cinema cinema;
    private final Browser browser;

    PageIT(Cinema cinema) {
        this.cinema = cinema;
        this.browser = cinema.browser();
    }

    @AfterEach
    void theConsoleShowsNoErrorAndNothingWasAskedOfAnotherHost() {
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(request -> request.startsWith(cinema.origin() + "/"));
    }

    @Test
    void findsMoviesAsOneTypes() {
        cinema.show("/").find("#search").sendKeys("stal");

        browser.texts(".found .what a", List.of("Stalker")::equals);
        browser.texts("#announcer", List.of("1 movie found.")::equals);
        assertThat(browser.address()).endsWith("?q=stal&chart=top-rated");

        browser.press("zzzz");

        browser.texts("h2", List.of("No movie found")::equals);
        assertThat(browser.texts(".found .what a")).isEmpty();
    }

    @Test
    void goesFromTheSearchToWhatIsFoundAndBackByKeys() {
        cinema.show("/").find("#search").sendKeys("drama number");
        browser.texts(".found .what a", found -> found.size() == 20);

        browser.press(Keys.ARROW_DOWN);
        browser.press(Keys.ARROW_DOWN);
        String second = browser.focused().getText();
        browser.press(Keys.ARROW_UP);
        String first = browser.focused().getText();
        browser.press(Keys.ARROW_UP);

        assertThat(browser.texts(".found .what a")).startsWith(first, second);
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("search");
    }

    @Test
    void showsMoreOfAChartOfOneGenre() {
        cinema.show("/#/?chart=most-rated").find("option[value=Drama]").click();
        browser.texts(".about", texts -> texts.stream().noneMatch(text -> text.contains("Comedy")));
        assertThat(browser.texts(".rank")).hasSize(20);

        browser.find(".more").click();

        browser.texts(".rank", ranks -> ranks.size() == Programme.DRAMAS);
        assertThat(browser.texts(".rank"))
                .isEqualTo(IntStream.rangeClosed(1, Programme.DRAMAS)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(browser.texts(".what a"))
                .doesNotHaveDuplicates()
                .allMatch(title -> title.startsWith("Drama Number"));
        assertThat(browser.texts(".more")).isEmpty();
        assertThat(browser.focused().getText())
                .isEqualTo(browser.texts(".what a").get(20));
        assertThat(browser.address()).endsWith("?chart=most-rated&genre=Drama");
    }

    @Test
    void aChartCanBeOfSomeYears() {
        cinema.show("/#/?chart=most-rated&fromYear=1970")
                .find("input[name=toYear]")
                .sendKeys("1972", Keys.ENTER);

        browser.texts(".what a", titles -> titles.size() == 3);
        assertThat(browser.texts(".what a"))
                .containsExactlyInAnyOrder("Drama Number 20", "Drama Number 21", "Drama Number 22");
    }

    /** Two ratings of 5 are little beside 25 of what is usual, but not beside none. */
    @Test
    void theWeightOfWhatIsUsualCanBeChanged() {
        cinema.show("/");
        browser.texts(".what a", titles -> titles.indexOf("Stalker") == 0);
        assertThat(browser.texts(".words").get(0))
                .contains("as if each movie had", "more ratings of 3.31, what is usual");

        browser.find("input[name=minimum]").clear();
        browser.press(Keys.ENTER);
        browser.find("input[name=minimum]").sendKeys("0", Keys.ENTER);

        browser.texts(".what a", titles -> titles.indexOf("A Comedy") == 0);
        assertThat(browser.address()).endsWith("minimum=0");
    }

    @Test
    void showsWhatAMovieIsAndWhatPeopleThinkOfIt() {
        cinema.showMovie(Programme.STALKER);

        browser.texts(".figures .mean", List.of("4.67 the mean of 9 ratings")::equals);
        assertThat(browser.title()).isEqualTo("Stalker – Marquee");
        assertThat(browser.texts(".board h1, .board p"))
                .containsExactly(
                        "Stalker", "1979 · Andrei Tarkovsky · Science Fiction", "Two men are led into the Zone.");
        assertThat(browser.texts(".weighted").get(0)).startsWith("Weighted 3.").contains("as if 25 more had given 3.");
        assertThat(browser.texts(".histogram tbody tr"))
                .containsExactly("57", "4.50", "40", "3.52", "30", "2.50", "20", "1.50", "10", "0.50");
        assertThat(browser.run("return document.querySelector('.daily svg').getAttribute('aria-label')", String.class))
                .isEqualTo("9 ratings in the 30 days up to Nov 20, 2026, at most 8 a day");
        assertThat(browser.texts(".daily rect")).containsExactly("Nov 20, 2026: 8 ratings", "Nov 18, 2026: 1 rating");
        assertThat(browser.texts(".said")).containsExactly("Nobody rates yet.");
    }

    @Test
    void aTitleWithMarkupInItIsText() {
        cinema.show("/#/?q=bold");
        browser.find(".found .what a").click();

        browser.texts("h1", List.of(Programme.MARKUP)::equals);
        assertThat(browser.texts(".description")).containsExactly("<script>alert(1)</script>");
        assertThat(browser.title()).isEqualTo(Programme.MARKUP + " – Marquee");
        assertThat(browser.texts("main img, main b, main script")).isEmpty();
    }

    @Test
    void backLeadsToTheSamePlaceOfTheSameList() {
        cinema.show("/#/?chart=most-rated").find(".more").click();
        browser.texts(".rank", ranks -> ranks.size() == Programme.DRAMAS + 2);
        String last = browser.focused().getText();
        browser.press(Keys.ENTER);
        browser.texts("h1", List.of(last)::equals);

        browser.back();

        browser.texts(".rank", ranks -> ranks.size() == Programme.DRAMAS + 2);
        assertThat(browser.focused().getText()).isEqualTo(last);
        assertThat(browser.run("return scrollY > 0", Boolean.class)).isTrue();
    }

    @Test
    void theAddressSaysItAll() {
        cinema.show("/?user=a%2Fb#/?q=stalker");
        browser.find(".found .what a").click();
        browser.texts("h1", List.of("Stalker")::equals);
        assertThat(browser.address()).endsWith(Cinema.movie(Programme.STALKER));

        browser.reload();

        browser.texts("h1", List.of("Stalker")::equals);
        browser.texts(".said", List.of("Not rated yet by a/b")::equals);
    }

    @Test
    void whoRatesIsAskedForAndRemembered() {
        cinema.showMovie(Programme.STALKER).find(".beside button").click();
        browser.press("neo", Keys.ENTER);
        browser.texts(".said", List.of("Not rated yet by neo")::equals);

        browser.reload();

        browser.texts(".said", List.of("Not rated yet by neo")::equals);
    }

    @Test
    void whatFailedCanBeTriedAgain() {
        cinema.show("/");
        browser.block("*/v1/movies?*");
        browser.find("#search").sendKeys("stalker");
        browser.texts(".failure p", List.of("The list could not be loaded. Marquee can’t be reached.")::equals);
        browser.errors();

        browser.block();
        browser.find(".failure button").click();

        browser.texts(".found .what a", List.of("Stalker")::equals);
        assertThat(browser.texts(".failure")).isEmpty();
    }

    @Test
    void aMovieThatIsNotThereIsSaidToBeMissing() {
        cinema.showMovie("nowhere");

        browser.texts(
                ".failure p",
                List.of("The movie could not be loaded. There is no metadata for movie nowhere.")::equals);
        assertThat(browser.errors()).hasSize(1).first().asString().contains("404");
    }
}
