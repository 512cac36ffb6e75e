package com.movieexample.launcher.grpc;

import com.movieexample.runtime.config.ConfigurationException;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.MetadataUtils;
import java.io.File;
import java.io.IOException;
import java.util.Map;

/**
 * Channels of commands to services. {@code MARQUEE_API_KEY} is sent with every call: on a command line others would see
 * it. {@code MARQUEE_TLS_CA} names whom to trust, and so asks for TLS.
 */
public final class ServiceChannels {
    public static final String API_KEY = "MARQUEE_API_KEY";
    public static final String TLS_CA = "MARQUEE_TLS_CA";

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private ServiceChannels() {}

    /** @param address as {@code host:port} */
    public static ManagedChannelBuilder<?> to(String address) {
        return to(address, System.getenv());
    }

    public static ManagedChannelBuilder<?> to(String address, Map<String, String> environment) {
        ManagedChannelBuilder<?> channel = Grpc.newChannelBuilder(address, credentials(environment.get(TLS_CA)));
        String key = environment.get(API_KEY);
        return key == null ? channel : channel.intercept(MetadataUtils.newAttachHeadersInterceptor(bearer(key)));
    }

    private static Metadata bearer(String key) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + key);
        return headers;
    }

    private static ChannelCredentials credentials(String authorities) {
        if (authorities == null) {
            return InsecureChannelCredentials.create();
        }
        try {
            return TlsChannelCredentials.newBuilder()
                    .trustManager(new File(authorities))
                    .build();
        } catch (IOException e) {
            throw new ConfigurationException(
                    TLS_CA + " is \"" + authorities + "\", expected a PEM file of certificates to trust");
        }
    }
}
