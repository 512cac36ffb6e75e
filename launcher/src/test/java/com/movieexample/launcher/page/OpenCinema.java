package com.movieexample.launcher.page;

import com.movieexample.testkit.SkipOrFail;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all tests the same {@link Cinema}, since it takes a while to open. It is closed after the last of them. */
final class OpenCinema implements BeforeAllCallback, ParameterResolver {
    @Override
    public void beforeAll(ExtensionContext context) {
        boolean there = Browser.program("chromium").isPresent()
                && Browser.program("chromedriver").isPresent();
        SkipOrFail.unless(there, "needs chromium and chromedriver");
        // Here, so that what can't be opened is not tried again for every test.
        cinema(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cinema.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return cinema(context);
    }

    private static Cinema cinema(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OpenCinema.class))
                .computeIfAbsent(Cinema.class, key -> Cinema.open(), Cinema.class);
    }
}
