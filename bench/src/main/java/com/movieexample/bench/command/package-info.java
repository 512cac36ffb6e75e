/** The command {@code ./marquee bench}: which measures there are, and what surrounds them. Nobody else depends on it. */
package com.movieexample.bench.command;
