/** {@code ./marquee up} as its user meets it: how long it takes to start and to stop, and the memory it takes. */
package com.movieexample.bench.up;
