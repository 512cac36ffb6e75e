/**
 * Whether a service is alive and ready to answer, judged by named checks. What a check looks at is the business of
 * its owner.
 */
package com.movieexample.runtime.health;
