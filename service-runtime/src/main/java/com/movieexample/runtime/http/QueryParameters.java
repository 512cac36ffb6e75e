package com.movieexample.runtime.http;

import com.movieexample.api.InvalidInputException;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of a query string, each decoded once when it is read: {@code +} is a space, {@code %2B} a plus.
 * Immutable.
 */
public final class QueryParameters {
    private final Map<String, List<String>> encodedValues;

    private QueryParameters(Map<String, List<String>> encodedValues) {
        this.encodedValues = encodedValues;
    }

    public static QueryParameters of(Context context) {
        return parse(Optional.ofNullable(context.queryString()).orElse(""));
    }

    /**
     * @param query as it came, without the question mark
     * @throws InvalidInputException if a name is no percent-encoded UTF-8
     */
    public static QueryParameters parse(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = PercentDecoding.decode("query", equals < 0 ? pair : pair.substring(0, equals));
                values.computeIfAbsent(name, first -> new ArrayList<>())
                        .add(equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return new QueryParameters(values);
    }

    /**
     * Makes sure that nothing is passed over in silence, such as a misspelled filter.
     *
     * @throws InvalidInputException naming a parameter that is none of these
     */
    public QueryParameters only(Set<String> names) {
        encodedValues.keySet().stream().filter(name -> !names.contains(name)).forEach(unknown -> {
            throw new InvalidInputException(
                    "query", unknown, "only the parameters " + String.join(", ", new TreeSet<>(names)));
        });
        return this;
    }

    /** @throws InvalidInputException unless the parameter is there exactly once */
    public String required(String name) {
        return optional(name).orElseThrow(() -> new InvalidInputException(name, "", "a value"));
    }

    /** @throws InvalidInputException if the parameter is there more than once */
    public Optional<String> optional(String name) {
        List<String> values = encodedValues.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new InvalidInputException(name, String.join(", ", values), "one value");
        }
        return values.stream().findFirst().map(value -> PercentDecoding.decode(name, value));
    }

    /**
     * All values of a parameter in their order; a comma separates values too, an encoded one ({@code %2C}) is part of
     * a value. So {@code ids=a%2Cb,c&ids=d} is {@code "a,b"}, {@code "c"}, {@code "d"}.
     */
    public List<String> all(String name) {
        return encodedValues.getOrDefault(name, List.of()).stream()
                .flatMap(values -> Arrays.stream(values.split(",", -1)))
                .map(value -> PercentDecoding.decode(name, value))
                .toList();
    }
}
