/** Lists of movies as they are asked for: what a request may say, charts, pages, and what is kept of answers. */
package com.movieexample.query.lists;
