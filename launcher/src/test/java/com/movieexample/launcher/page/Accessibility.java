package com.movieexample.launcher.page;

import com.deque.html.axecore.providers.EmbeddedResourceAxeProvider;
import java.util.List;

/** What axe-core finds wrong with a page as it is shown. */
final class Accessibility {
    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run().then(
                found => done(found.violations
                    .filter(each => ['serious', 'critical'].includes(each.impact))
                    .map(each => each.id + ': ' + each.nodes.map(node => node.html).join(' '))),
                failure => done(['axe itself: ' + failure]));
            """;

    private final String axe;

    Accessibility() throws Exception {
        axe = new EmbeddedResourceAxeProvider().getScript();
    }

    /** Serious and critical violations. */
    List<String> violations(Browser browser) {
        browser.run(axe, Object.class);
        return Browser.strings(browser.runLonger(RUN, List.class));
    }
}
