/**
 * The rules of rating events: what makes one good, when it happened, and which of two stands. A view of the
 * ratings is a function of the log and of these rules, and of nothing else.
 */
package com.movieexample.topics.rules;
