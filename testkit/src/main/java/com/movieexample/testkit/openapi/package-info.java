/** What a service says of its HTTP API, and whether its answers are as it says. */
package com.movieexample.testkit.openapi;
