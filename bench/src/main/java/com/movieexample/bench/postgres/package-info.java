/** PostgreSQL in its best form for this work, as what a user would else take: the server, the schema and its client. */
package com.movieexample.bench.postgres;
