/** The ratings view is built again and taken into service while it is read and written. */
package com.movieexample.bench.rebuild;
