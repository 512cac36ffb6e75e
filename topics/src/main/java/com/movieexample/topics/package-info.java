/**
 * The log's contract: each topic with its types and settings, keys and where they are placed, and positions.
 * What any process must agree on to read or write the log stands here; nothing here knows a service.
 */
package com.movieexample.topics;
