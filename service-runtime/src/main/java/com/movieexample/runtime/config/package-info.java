/**
 * Settings of a process: how they are declared, read from command line, environment and file, checked and shown.
 * What a particular service can be set to is declared in that service, not here.
 */
package com.movieexample.runtime.config;
