package com.movieexample.runtime.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.movieexample.runtime.config.ConfigurationException;
import com.movieexample.runtime.grpc.GrpcServer;
import com.movieexample.testkit.SelfSigned;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsPairTest {
    private SelfSigned own;
    private SelfSigned other;

    @BeforeEach
    void make(@TempDir Path ownFolder, @TempDir Path otherFolder) throws Exception {
        own = SelfSigned.in(ownFolder);
        other = SelfSigned.in(otherFolder);
    }

    private static TlsPair pair(SelfSigned signed) {
        return new TlsPair(signed.certificate(), signed.key());
    }

    @Test
    void aServiceTrustsWhoShowsItsOwnCertificateUnderAnyAddressAndNobodyElse() {
        GrpcServer server =
                GrpcServer.builder("127.0.0.1", 0).tls(Optional.of(pair(own))).build();
        server.start();
        try {
            assertThat(call(server, pair(own))).isEqualTo(Status.Code.OK);
            assertThat(call(server, pair(other))).isEqualTo(Status.Code.UNAVAILABLE);
        } finally {
            server.close();
        }
    }

    private static Status.Code call(GrpcServer server, TlsPair pair) {
        ManagedChannel channel = Grpc.newChannelBuilder("127.0.0.1:" + server.port(), pair.client())
                .build();
        try {
            HealthGrpc.newBlockingStub(channel).check(HealthCheckRequest.getDefaultInstance());
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void saysWhichFilesCannotBeUsed() throws Exception {
        Path nothing = Files.writeString(own.key().resolveSibling("nothing.pem"), "nothing");

        assertThatThrownBy(() -> new TlsPair(own.certificate(), nothing))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(own.certificate().toString(), "nothing.pem", "PKCS#8");
        assertThatThrownBy(() -> new TlsPair(nothing, own.key())).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> new TlsPair(Path.of("missing.pem"), own.key()))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        assertThatThrownBy(() -> new TlsPair(own.certificate(), other.key()))
                .isInstanceOf(ConfigurationException.class);
    }
}
