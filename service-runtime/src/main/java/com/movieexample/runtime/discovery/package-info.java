/**
 * Who serves what, and where: the registry that services enter themselves into and find each other by. How to talk to
 * them is not known here.
 */
package com.movieexample.runtime.discovery;
