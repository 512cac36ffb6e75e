/** The {@code ./marquee} command; everything it does is in the packages below. */
package com.movieexample.launcher;
