/**
 * Every movie in memory, in columns, and what is listed from them: filters, orders, pages. Knows neither topics nor HTTP;
 * the views tell it what they take in.
 */
package com.movieexample.query.catalog;
