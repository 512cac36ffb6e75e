/** Puts services, broker and folders together into processes. The same classes serve one process and many. */
package com.movieexample.launcher.process;
