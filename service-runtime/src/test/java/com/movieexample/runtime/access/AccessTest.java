package com.movieexample.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.runtime.errors.ErrorKind;
import com.movieexample.runtime.errors.ServiceException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final String ADDRESS = "10.0.0.7";

    private final String secret = ApiKeys.random();
    private final AtomicReference<ApiKeys> keys = new AtomicReference<>(new ApiKeys(List.of(
            key("other", ApiKeys.random(), new Rights(Set.of(), Set.of(), true, true)),
            key("imdb", secret, new Rights(Set.of("imdb"), Set.of("movie"), false, false)))));
    private final Access access = Access.byKeys(keys::get);

    private static ApiKey key(String name, String text, Rights rights) {
        return new ApiKey(name, ApiKeys.hash(text), rights);
    }

    private Caller withKey() {
        return access.caller(Optional.of("Bearer " + secret), ADDRESS);
    }

    @Test
    void aKeyMayDoWhatItsRightsSayAndNoMore() {
        Caller caller = withKey();

        assertThat(caller.name()).isEqualTo("key imdb");
        assertThatCode(() -> caller.requireRating("imdb", "movie")).doesNotThrowAnyException();
        assertForbidden(() -> caller.requireRating("", "movie"), "providerId is empty");
        assertForbidden(
                () -> caller.requireRating("tmdb", "movie"),
                "providerId is \"tmdb\", which key imdb may not write, expected imdb");
        assertForbidden(() -> caller.requireRating("imdb", "series"), "recordType is \"series\"");
        assertForbidden(caller::requireMetadata, "key imdb lacks the right \"metadata\"");
        assertForbidden(caller::requireOperator, "key imdb lacks the right \"operator\"");
    }

    @Test
    void withoutAKeyNothingCanBeChanged() {
        Caller caller = access.caller(Optional.empty(), ADDRESS);

        assertThat(caller.name()).isEqualTo(ADDRESS);
        assertUnauthenticated(caller::requireKey);
        assertUnauthenticated(() -> caller.requireRating("imdb", "movie"));
        assertUnauthenticated(caller::requireMetadata);
        assertUnauthenticated(caller::requireOperator);
    }

    @Test
    void whatIsNoKeyIsRefusedAndNotRepeated() {
        for (String header : List.of("Bearer nonsense", "Basic bmVvOnNlY3JldA==", "Bearer", "")) {
            assertThatThrownBy(() -> access.caller(Optional.of(header), ADDRESS))
                    .isInstanceOfSatisfying(
                            ServiceException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED))
                    .message()
                    .doesNotContain("nonsense", "bmVv");
        }
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() {
        withKey();
        keys.set(new ApiKeys(List.of()));

        assertUnauthenticated(this::withKey);
    }

    @Test
    void whereNoKeysAreNeededAnybodyMayDoAnything() {
        Caller anybody = Access.open().caller(Optional.of("Bearer nonsense"), ADDRESS);

        assertThatCode(() -> {
                    anybody.requireKey();
                    anybody.requireRating("any", "any");
                    anybody.requireMetadata();
                    anybody.requireOperator();
                })
                .doesNotThrowAnyException();
    }

    private static void assertUnauthenticated(ThrowingCallable call) {
        assertKind(ErrorKind.UNAUTHENTICATED, call, "API key");
    }

    private static void assertForbidden(ThrowingCallable call, String detail) {
        assertKind(ErrorKind.FORBIDDEN, call, detail);
    }

    private static void assertKind(ErrorKind kind, ThrowingCallable call, String detail) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(detail);
    }
}
