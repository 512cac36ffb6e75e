/** What a measure is, and what it may use. The measures are in packages of their own, and {@code command} runs them. */
package com.movieexample.bench;
