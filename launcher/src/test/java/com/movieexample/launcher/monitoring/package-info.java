/** What a running Marquee shows of itself to Prometheus, and the page, rules and dashboard that go by it. */
package com.movieexample.launcher.monitoring;
