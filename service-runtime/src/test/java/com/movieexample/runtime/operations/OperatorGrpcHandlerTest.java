package com.movieexample.runtime.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.movieexample.api.v1.DescribeViewsRequest;
import com.movieexample.api.v1.DescribeViewsResponse;
import com.movieexample.api.v1.ViewDescription;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorGrpcHandlerTest {
    private long watermark;
    private final OperatorGrpcHandler handler = new OperatorGrpcHandler(
            "movie",
            () -> List.of(
                    ViewDescription.newBuilder()
                            .setName("rating-aggregates")
                            .putWatermarks(3, watermark)
                            .build(),
                    ViewDescription.newBuilder().setName("movie-metadata").build()));

    @Test
    void describesEachViewAsItIsNow() {
        watermark = 17;
        assertThat(describe().getViews(0).getWatermarksMap()).containsEntry(3, 17L);

        watermark = 18;
        DescribeViewsResponse later = describe();

        assertThat(later.getService()).isEqualTo("movie");
        assertThat(later.getViewsList())
                .extracting(ViewDescription::getName)
                .containsExactly("rating-aggregates", "movie-metadata");
        assertThat(later.getViews(0).getWatermarksMap()).containsEntry(3, 18L);
    }

    private DescribeViewsResponse describe() {
        Recorder recorder = new Recorder();
        handler.describeViews(DescribeViewsRequest.getDefaultInstance(), recorder);
        assertThat(recorder.completed).isTrue();
        assertThat(recorder.answers).hasSize(1);
        return recorder.answers.get(0);
    }

    private static final class Recorder implements StreamObserver<DescribeViewsResponse> {
        private final List<DescribeViewsResponse> answers = new ArrayList<>();
        private boolean completed;

        @Override
        public void onNext(DescribeViewsResponse answer) {
            answers.add(answer);
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onCompleted() {
            completed = true;
        }
    }
}
