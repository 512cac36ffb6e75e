/** Carries positions between callers and views: what a caller has seen, and what an answer reflects. */
package com.movieexample.runtime.positions;
