/** How fast ratings are aggregated, and what that costs: the runs of all solutions and what is made of their figures. */
package com.movieexample.bench.aggregate;
