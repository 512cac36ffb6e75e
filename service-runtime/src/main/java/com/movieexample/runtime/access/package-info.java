/** Who calls, and what they may do: API keys and their rights. */
package com.movieexample.runtime.access;
