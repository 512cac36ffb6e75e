/** Puts the parts of one service together and runs them: components, servers, health, metrics, registration. */
package com.movieexample.runtime.process;
