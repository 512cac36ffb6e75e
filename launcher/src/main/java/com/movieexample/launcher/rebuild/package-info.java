/**
 * {@code ./marquee rebuild}: takes the next generation of the ratings view from its beginning to the place of the live one.
 * The aggregators and movie-queries do the work; here it is watched, proven and decided. All that has been decided stands
 * in the control topic, so that a command that was killed can be followed by another one.
 */
package com.movieexample.launcher.rebuild;
