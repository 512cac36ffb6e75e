/** {@code marquee dlq}: shows the dead letters, straight from their topic. Changes nothing. */
package com.movieexample.launcher.dlq;
