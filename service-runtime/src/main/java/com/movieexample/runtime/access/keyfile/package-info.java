/** API keys in a file that is read again when it changes. */
package com.movieexample.runtime.access.keyfile;
