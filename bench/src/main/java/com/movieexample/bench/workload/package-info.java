/** The events that everything is measured with, and the right answer to them, worked out without any of Marquee's code. */
package com.movieexample.bench.workload;
