package com.movieexample.launcher.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.testkit.HttpCaller;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Ratings that are given on the page, and counts that move while one looks. Each test has a movie of its own. */
@ExtendWith(OpenCinema.class)
class LivePageIT {
    private static final String MEAN = ".figures .mean";
    private static final String SAID = ".said";

    private final Cinema cinema;
    private final Browser browser;

    LivePageIT(Cinema cinema) {
        this.cinema = cinema;
        this.browser = cinema.browser();
    }

    @AfterEach
    void theConsoleShowsNoError() {
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aRatingIsCountedWithOneClickAndTakenAwayWithAnother() {
        cinema.show("/?user=a%2Fb" + Cinema.movie("drama-1")).find(".half:nth-child(9)");
        browser.texts(MEAN, List.of("3.00 the mean of 2 ratings")::equals);

        browser.find(".half:nth-child(9)").click();

        browser.texts(SAID, List.of("4½ stars, by a/b")::equals);
        assertThat(browser.texts(MEAN)).containsExactly("3.50 the mean of 3 ratings");
        browser.texts("#announcer", List.of("Your rating, 4½ stars, is counted.")::equals);

        browser.reload();
        browser.texts(SAID, List.of("4½ stars, by a/b")::equals);
        assertThat(browser.run("return document.querySelector('.half :checked').value", String.class))
                .isEqualTo("4.5");
        browser.find(".beside button").click();

        browser.texts(SAID, List.of("Not rated yet by a/b")::equals);
        assertThat(browser.texts(MEAN)).containsExactly("3.00 the mean of 2 ratings");
    }

    @Test
    void aMovieIsFoundAndRatedWithoutAMouse() {
        cinema.show("/").find(".rank");
        tabTo("You are");
        browser.press("keys");
        tabTo("Find a movie");
        browser.press("comedy");
        browser.texts(".found .what a", List.of("A Comedy")::equals);
        browser.press(Keys.ARROW_DOWN);
        browser.press(Keys.ENTER);
        browser.texts(SAID, List.of("Not rated yet by keys")::equals);

        tabTo("half a star");
        browser.press(Keys.SPACE, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);

        browser.texts(SAID, List.of("2 stars, by keys")::equals);
        browser.texts(MEAN, List.of("4.00 the mean of 3 ratings")::equals);

        tabTo("Take it away");
        browser.press(Keys.ENTER);

        browser.texts(SAID, List.of("Not rated yet by keys")::equals);
        browser.texts(MEAN, List.of("5.00 the mean of 2 ratings")::equals);
    }

    @Test
    void countsMoveWhileOneLooks() throws Exception {
        HttpCaller ratings = new HttpCaller(cinema.addresses().rating().httpPort());
        cinema.showMovie("drama-3");
        browser.texts(".stream", List.of("Live")::equals);
        browser.texts(MEAN, List.of("3.00 the mean of 1 rating")::equals);

        ratings.put("/v1/records/movie/drama-3/ratings/far-away", "{\"value\":5}");

        browser.texts(MEAN, List.of("4.00 the mean of 2 ratings")::equals);
        browser.texts("#announcer", List.of("2 ratings, mean 4.00.")::equals);
        assertThat(browser.texts(".histogram tr:nth-child(1)")).contains("51");

        ratings.delete("/v1/records/movie/drama-3/ratings/far-away");

        browser.texts(MEAN, List.of("3.00 the mean of 1 rating")::equals);
    }

    @Test
    void aStreamThatIsAwayIsTriedAgain() {
        cinema.show("/#/?q=drama+number+6").find(".found .what a");
        browser.block("*/live");
        browser.find(".found .what a").click();
        browser.texts(".stream", List.of("Not live just now; it is being tried again.")::equals);
        assertThat(browser.texts(MEAN)).hasSize(1);

        browser.block();

        browser.texts(".stream", List.of("Live")::equals);
        browser.errors();
    }

    /** Goes on from field to field until it comes to the one with this label or text. */
    private void tabTo(String name) {
        for (int step = 0; step < 30 && !name.equals(browser.focused().getAccessibleName()); step++) {
            browser.press(Keys.TAB);
        }
        assertThat(browser.focused().getAccessibleName()).isEqualTo(name);
    }
}
