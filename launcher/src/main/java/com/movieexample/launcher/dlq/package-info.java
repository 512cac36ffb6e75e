/** {@code marquee dlq}: shows the dead letters, sends them into the log again or drops them, straight in their topic. */
package com.movieexample.launcher.dlq;
