/**
 * The dead letters: what one holds, how they are read, and how they leave their topic again. Commands and services alike
 * work on them by what stands here; nothing here knows a protocol.
 */
package com.movieexample.topics.deadletters;
