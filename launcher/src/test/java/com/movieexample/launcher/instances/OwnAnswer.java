package com.movieexample.launcher.instances;

import com.movieexample.api.v1.AggregateServiceGrpc;
import com.movieexample.api.v1.GetAggregatesRequest;
import com.movieexample.api.v1.Holder;
import com.movieexample.launcher.instances.ManyRatings.Sum;
import com.movieexample.topics.RecordKey;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What one aggregator says from its own stores alone. */
final class OwnAnswer {
    private OwnAnswer() {}

    /** Whether it has all ratings of a record, as owner or as standby. */
    static boolean isComplete(ManagedChannel aggregator, String key, Map<String, Sum> expected) {
        return List.of(Holder.HOLDER_OWNER, Holder.HOLDER_STANDBY).stream()
                .anyMatch(holder -> count(aggregator, key, holder)
                        == expected.get(RecordKey.parse(key).id()).count());
    }

    /** -1 if it can't say. */
    private static long count(ManagedChannel aggregator, String key, Holder holder) {
        try {
            return AggregateServiceGrpc.newBlockingStub(aggregator)
                    .withDeadlineAfter(30, TimeUnit.SECONDS)
                    .getAggregates(GetAggregatesRequest.newBuilder()
                            .addRecordKeys(key)
                            .setHolder(holder)
                            .build())
                    .getAggregates(0)
                    .getAggregate()
                    .getCount();
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.UNAVAILABLE) {
                return -1;
            }
            throw e;
        }
    }
}
