/**
 * What the commands show: lines, colour where it is wanted, progress, and figures as people read them. Nothing here
 * knows what a command does.
 */
package com.movieexample.launcher.terminal;
