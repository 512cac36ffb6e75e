/**
 * The HTTP server of a service, and what all handlers need: strict JSON, one value or a stream of lines, raw query
 * parameters, problems as answers.
 * Routes are given by the service; nothing here knows what they answer.
 */
package com.movieexample.runtime.http;
