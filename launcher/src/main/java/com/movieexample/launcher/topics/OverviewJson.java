package com.movieexample.launcher.topics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An overview for programs. A figure that is not known is left out. */
final class OverviewJson {
    private OverviewJson() {}

    static String of(Overview overview) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("bootstrapServers", overview.bootstrapServers());
        overview.generation().ifPresent(generation -> json.put("generation", generation));
        ArrayNode topics = json.putArray("topics");
        overview.topics().forEach(topic -> put(topics.addObject(), topic));
        json.put("deadLetters", overview.deadLetters());
        ArrayNode processes = json.putArray("processes");
        overview.processes().forEach(process -> put(processes.addObject(), process));
        return json.toPrettyString();
    }

    private static void put(ObjectNode json, TopicFigures topic) {
        json.put("name", topic.name());
        json.put("compacted", topic.compacted());
        json.put("partitionCount", topic.allPartitions());
        json.put("offsets", topic.offsets());
        topic.bytes().ifPresent(bytes -> json.put("bytes", bytes));
        ArrayNode partitions = json.putArray("partitions");
        topic.partitions().forEach(partition -> put(partitions.addObject(), partition));
    }

    private static void put(ObjectNode json, PartitionFigures partition) {
        json.put("partition", partition.partition());
        json.put("first", partition.first());
        json.put("end", partition.end());
        partition.bytes().ifPresent(bytes -> json.put("bytes", bytes));
    }

    private static void put(ObjectNode json, ProcessFigures process) {
        json.put("service", process.service());
        json.put("address", process.address());
        process.silence().ifPresent(silence -> json.put("silence", silence));
        ArrayNode views = json.putArray("views");
        process.views().forEach(view -> put(views.addObject(), view));
    }

    private static void put(ObjectNode json, ViewFigures view) {
        json.put("name", view.name());
        json.put("topic", view.topic());
        json.put("state", view.state());
        json.put("detail", view.detail());
        view.lag().ifPresent(lag -> json.put("lag", lag));
        ArrayNode partitions = json.putArray("partitions");
        view.partitions().forEach(partition -> {
            ObjectNode one = partitions.addObject();
            one.put("partition", partition.partition());
            one.put("watermark", partition.watermark());
            partition.lag().ifPresent(lag -> one.put("lag", lag));
        });
    }
}
