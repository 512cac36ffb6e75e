package com.movieexample.launcher.sample;

/**
 * How the model's users take one film.
 *
 * @param appeal the rating that an average user leans to, on the scale of 0.5 to 5
 * @param popularity 1 to 100; a film with twice the popularity is seen about twice as often
 */
record FilmAppeal(String filmId, double appeal, int popularity) {}
