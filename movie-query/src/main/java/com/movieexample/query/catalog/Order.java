package com.movieexample.query.catalog;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a list is ordered by. Each movie has two numbers in it, the major and the minor one, and the greater come first;
 * those that are equal in both follow each other by a text and by id, ascending. All of it comes from the movie itself and
 * from what the order was made with, never from other movies: so a movie that does not change keeps its place among those
 * that don't either, and pages neither miss nor repeat it. Immutable.
 */
public abstract class Order {
    Order() {}

    /** How well the title fits what was searched for, then by the number of ratings. */
    public static Order relevance() {
        return new ByRelevance();
    }

    /** By the weighted score. */
    public static Order topRated(long minimum, BigDecimal prior) {
        return new TopRated(minimum, prior);
    }

    /** By the number of ratings. */
    public static Order mostRated() {
        return new MostRated();
    }

    /** By the ratings of late. */
    public static Order trending(DayWeights weights) {
        return Trending.ofAll(weights);
    }

    /** The same without the movies of whose ratings nothing is left when the score is rounded. */
    public static Order onlyTrending(DayWeights weights) {
        return Trending.ofThoseThatDo(weights);
    }

    /** By year of release, the latest first. */
    public static Order newest() {
        return new ByYear(1);
    }

    /** By year of release, the earliest first. */
    public static Order oldest() {
        return new ByYear(-1);
    }

    /** By title, without regard to case, accents and a leading article. */
    public static Order title() {
        return new ByTitle();
    }

    /** Whether a movie has a place at all. */
    boolean has(Columns columns, int number) {
        return true;
    }

    /** @param rank of a movie that was searched for, how well it fits */
    abstract long major(Columns columns, int number, int rank);

    abstract long minor(Columns columns, int number);

    String text(Columns columns, int number) {
        return "";
    }

    /** Less than 0 if the first comes first, as far as the numbers say. */
    int compare(long major, long minor, long otherMajor, long otherMinor) {
        int byMajor = Long.compare(otherMajor, major);
        return byMajor != 0 ? byMajor : Long.compare(otherMinor, minor);
    }

    /** What is shown of it. */
    Optional<BigDecimal> score(long major, long minor) {
        return Optional.empty();
    }
}
