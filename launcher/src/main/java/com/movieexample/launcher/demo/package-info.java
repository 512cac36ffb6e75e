/** The show of {@code ./marquee demo}: loads the sample and shows what a user would do, through the public services. */
package com.movieexample.launcher.demo;
