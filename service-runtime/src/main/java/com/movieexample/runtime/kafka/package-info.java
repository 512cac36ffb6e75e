/** What a process knows of the Kafka cluster as a whole: whether it answers. */
package com.movieexample.runtime.kafka;
