/** The command line: which commands there are, and how what goes wrong is told. */
package com.movieexample.launcher.command;
