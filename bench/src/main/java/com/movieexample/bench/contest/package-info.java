/** Runs contenders by turns, so that what disturbs the machine disturbs all of them alike. */
package com.movieexample.bench.contest;
