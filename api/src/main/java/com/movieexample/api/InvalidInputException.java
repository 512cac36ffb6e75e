package com.movieexample.api;

/** Input that breaks a rule; says which field, what it held, and what was expected. */
public final class InvalidInputException extends RuntimeException {
    private static final int SHOWN = 80;

    private final String field;
    private final String value;
    private final String expected;

    public InvalidInputException(String field, String value, String expected) {
        this(field, value, expected, null);
    }

    public InvalidInputException(String field, String value, String expected, Throwable cause) {
        super(field + " is " + shown(value) + ", expected " + expected, cause);
        this.field = field;
        this.value = abbreviated(value);
        this.expected = expected;
    }

    public String field() {
        return field;
    }

    /** The value as it came, abbreviated; empty if there was none. */
    public String value() {
        return value;
    }

    public String expected() {
        return expected;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "empty" : "\"" + abbreviated(value) + "\"";
    }

    private static String abbreviated(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
