/** What readers notice while instances of the aggregator are killed and restarted. */
package com.movieexample.bench.failover;
