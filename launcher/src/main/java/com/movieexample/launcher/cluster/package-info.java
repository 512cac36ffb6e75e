/** How commands find the log of a cluster that they did not start. Nothing here creates or changes anything. */
package com.movieexample.launcher.cluster;
