/** One fold for each generation, side by side, and which of them is answered from. */
package com.movieexample.aggregator.generations;
