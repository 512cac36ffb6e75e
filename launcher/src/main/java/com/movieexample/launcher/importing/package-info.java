/**
 * The import of data sets from files: reads them line by line, and puts what they hold into a running Marquee or
 * straight into its log. A line that can't be taken is listed and stops nothing.
 */
package com.movieexample.launcher.importing;
