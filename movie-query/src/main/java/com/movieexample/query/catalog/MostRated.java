package com.movieexample.query.catalog;

/** By the number of live ratings. */
final class MostRated extends Order {
    @Override
    long major(Columns columns, int number, int rank) {
        return columns.count(number);
    }

    @Override
    long minor(Columns columns, int number) {
        return 0;
    }
}
