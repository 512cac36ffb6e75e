/** Certificates and keys in PEM files, and what TLS needs of them. */
package com.movieexample.runtime.tls;
