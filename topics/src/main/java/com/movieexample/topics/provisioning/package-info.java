/** Creates the topics that are missing, and refuses those that would give other answers than the design promises. */
package com.movieexample.topics.provisioning;
