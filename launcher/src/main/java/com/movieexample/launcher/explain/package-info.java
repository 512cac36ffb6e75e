/** {@code marquee explain}. How an explanation is found stands in {@link com.movieexample.topics.explain}. */
package com.movieexample.launcher.explain;
