package com.movieexample.query.catalog;

/** By year of release, then by the number of ratings; those of an unknown year come last. */
final class ByYear extends Order {
    private final int sign;

    /** @param sign 1 for the latest first, -1 for the earliest first */
    ByYear(int sign) {
        this.sign = sign;
    }

    @Override
    long major(Columns columns, int number, int rank) {
        int year = columns.year(number);
        return year == Columns.NO_YEAR ? Long.MIN_VALUE : (long) sign * year;
    }

    @Override
    long minor(Columns columns, int number) {
        return columns.count(number);
    }
}
