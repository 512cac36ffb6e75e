package com.movieexample.runtime.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** Keys that nobody declared but whose values are not to be shown, judged by their names. */
final class SecretNames {
    private static final Pattern SECRET = Pattern.compile(
            "password|passphrase|secret|token|jaas|credential|private|api.?key(?!s)|keystore\\.key|key\\.pem");

    private SecretNames() {}

    static boolean matches(String key) {
        return SECRET.matcher(key.toLowerCase(Locale.ROOT)).find();
    }
}
