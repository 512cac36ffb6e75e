/**
 * Every setting of every command: declared once, read from command line, environment and file, and turned into the
 * types that the services take. No service parses text.
 */
package com.movieexample.launcher.settings;
