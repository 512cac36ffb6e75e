/** UTF-8 text line by line, from files and from requests, in bounded memory. Nothing here knows what a line means. */
package com.movieexample.runtime.lines;
