/** {@code ./marquee keys}: makes API keys. */
package com.movieexample.launcher.access;
