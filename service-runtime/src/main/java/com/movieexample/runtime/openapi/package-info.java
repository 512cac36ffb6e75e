/**
 * The OpenAPI document of a service, made of what it wrote by hand and of what every service shares, and the page that
 * shows it. What a route does is the business of its handler; here it is only described.
 */
package com.movieexample.runtime.openapi;
