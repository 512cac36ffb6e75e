/** How much a caller may take: memory, requests and time, so that none takes it from the others. */
package com.movieexample.runtime.admission;
