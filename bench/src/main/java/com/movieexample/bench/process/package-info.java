/** JVMs that the bench starts beside its own: the broker, and contenders that need a fresh heap. */
package com.movieexample.bench.process;
