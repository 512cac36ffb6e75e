package com.movieexample.launcher.process;

/** Where a running Marquee is reached. */
public record Addresses(String bootstrapServers, Service metadata, Service rating, Service movie, Service aggregator) {
    /** Where one service is reached. */
    public record Service(String scheme, String host, int httpPort, int grpcPort) {
        /** For example {@code 127.0.0.1:8083}. */
        public String http() {
            return host + ":" + httpPort;
        }

        /** For example {@code http://127.0.0.1:8083}. */
        public String url() {
            return scheme + "://" + http();
        }

        /** For example {@code 127.0.0.1:9083}. */
        public String grpc() {
            return host + ":" + grpcPort;
        }

        @Override
        public String toString() {
            return url() + "  gRPC " + grpc();
        }
    }
}
