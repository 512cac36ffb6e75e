/** Traces of requests, from the servers to the fold of what they wrote. Without a collector nothing of it runs. */
package com.movieexample.runtime.tracing;
