package com.movieexample.runtime.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What every registry must do that instances can be entered into. A change may take a moment to be seen. */
abstract class ServiceRegistryContract {
    private static final ServiceInstance A = instance("rating", "a", 9001);
    private static final ServiceInstance B = instance("rating", "b", 9002);
    private static final ServiceInstance OTHER = instance("metadata", "c", 9003);

    /** Empty, and the same for the whole test. */
    abstract ServiceRegistry registry();

    @Test
    void knowsNoInstancesOfAnUnknownService() {
        assertThat(registry().instances("rating")).isEmpty();
    }

    @Test
    void listsTheInstancesOfAServiceByTheirIds() {
        registry().register(B);
        registry().register(OTHER);
        registry().register(A);
        await().untilAsserted(() -> assertThat(registry().instances("rating")).containsExactly(A, B));
        await().untilAsserted(() -> assertThat(registry().instances("metadata")).containsExactly(OTHER));
    }

    @Test
    void replacesAnInstanceThatRegistersAgain() {
        ServiceInstance moved = instance("rating", "a", 9999);
        registry().register(A);
        registry().register(moved);
        await().untilAsserted(() -> assertThat(registry().instances("rating")).containsExactly(moved));
    }

    @Test
    void forgetsAnInstanceThatDeregisters() {
        registry().register(A);
        registry().register(B);
        registry().deregister("a");
        registry().deregister("never-registered");
        await().untilAsserted(() -> assertThat(registry().instances("rating")).containsExactly(B));
    }

    @Test
    void tellsAWatcherAtOnceAndAtEachChange() throws Exception {
        registry().register(A);
        await().until(() -> registry().instances("rating").size() == 1);
        List<List<ServiceInstance>> seen = new CopyOnWriteArrayList<>();

        try (AutoCloseable watch = registry().watch("rating", seen::add)) {
            assertThat(watch).isNotNull();
            await().untilAsserted(() -> assertThat(seen).last().isEqualTo(List.of(A)));
            registry().register(B);
            await().untilAsserted(() -> assertThat(seen).last().isEqualTo(List.of(A, B)));
            registry().deregister("a");
            await().untilAsserted(() -> assertThat(seen).last().isEqualTo(List.of(B)));
        }
    }

    @Test
    void tellsNoOneAfterTheWatchIsClosed() throws Exception {
        List<List<ServiceInstance>> closed = new CopyOnWriteArrayList<>();
        List<List<ServiceInstance>> open = new CopyOnWriteArrayList<>();
        registry().watch("rating", closed::add).close();
        int seenBefore = closed.size();

        try (AutoCloseable watch = registry().watch("rating", open::add)) {
            assertThat(watch).isNotNull();
            registry().register(A);
            await().untilAsserted(() -> assertThat(open).last().isEqualTo(List.of(A)));
        }
        assertThat(closed).hasSize(seenBefore);
    }

    @Test
    void goesOnWhenAWatcherFails() throws Exception {
        List<List<ServiceInstance>> seen = new CopyOnWriteArrayList<>();
        AutoCloseable failing = registry().watch("rating", instances -> {
            throw new IllegalStateException("a listener that always fails");
        });
        try (AutoCloseable watch = registry().watch("rating", seen::add)) {
            assertThat(watch).isNotNull();
            registry().register(A);
            await().untilAsserted(() -> assertThat(seen).last().isEqualTo(List.of(A)));
        } finally {
            failing.close();
        }
    }

    private static ServiceInstance instance(String service, String id, int grpcPort) {
        return new ServiceInstance(service, id, "127.0.0.1", 8081, grpcPort, "0.1.0");
    }
}
