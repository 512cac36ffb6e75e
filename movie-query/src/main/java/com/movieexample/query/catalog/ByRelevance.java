package com.movieexample.query.catalog;

/** By how well the title fits what was searched for, then by the number of ratings. */
final class ByRelevance extends Order {
    @Override
    long major(Columns columns, int number, int rank) {
        return rank;
    }

    @Override
    long minor(Columns columns, int number) {
        return columns.count(number);
    }
}
