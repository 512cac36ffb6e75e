/** Serves the web page. It is files of the browser's own languages, and knows no more of Marquee than its HTTP API. */
package com.movieexample.query.page;
