package com.movieexample.topics.provisioning;

/** Which topic it is that stands under a name: one that was deleted and made again has another id. */
public record TopicIdentity(String clusterId, String topic, String id) {
    @Override
    public String toString() {
        return "topic %s with id %s in cluster %s".formatted(topic, id, clusterId);
    }
}
