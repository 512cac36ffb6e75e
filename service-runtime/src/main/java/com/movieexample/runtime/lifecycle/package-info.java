/**
 * Starting the parts of a service in order and stopping them the other way round, whatever fails on the way. What the
 * parts do is not known here.
 */
package com.movieexample.runtime.lifecycle;
