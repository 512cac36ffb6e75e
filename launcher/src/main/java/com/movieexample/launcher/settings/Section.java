package com.movieexample.launcher.settings;

import com.movieexample.runtime.config.Settings;

/**
 * Settings that stand together where options are listed.
 *
 * @param heading empty for those that come first
 */
record Section(String heading, Settings settings) {}
