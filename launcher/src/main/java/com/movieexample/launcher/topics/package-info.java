/**
 * {@code ./marquee topics}: what the topics of a Marquee hold, and how far each view of each process is behind them.
 * It only reads.
 */
package com.movieexample.launcher.topics;
