/** The life of a generation: the steps from one state to the next, and how processes learn of them while they run. */
package com.movieexample.topics.generations;
