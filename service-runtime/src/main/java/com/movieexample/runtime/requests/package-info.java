/** What identifies a request in answers and logs. Nothing here knows what a request is for. */
package com.movieexample.runtime.requests;
