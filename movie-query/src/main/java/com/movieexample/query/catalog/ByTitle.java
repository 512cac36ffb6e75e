package com.movieexample.query.catalog;

/** By title, see {@link TitleOrder}. */
final class ByTitle extends Order {
    @Override
    long major(Columns columns, int number, int rank) {
        return 0;
    }

    @Override
    long minor(Columns columns, int number) {
        return 0;
    }

    @Override
    String text(Columns columns, int number) {
        return columns.title(number);
    }
}
