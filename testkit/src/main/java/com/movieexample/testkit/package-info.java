/**
 * What the tests of several modules share, such as one broker per test run. Nothing that is shipped may depend on it.
 */
package com.movieexample.testkit;
