/** {@code ./marquee services}: who is registered where. */
package com.movieexample.launcher.services;
