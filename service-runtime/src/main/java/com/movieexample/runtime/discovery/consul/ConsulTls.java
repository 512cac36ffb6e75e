package com.movieexample.runtime.discovery.consul;

import com.movieexample.runtime.config.ConfigurationException;
import com.movieexample.runtime.tls.PemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * How an agent of Consul proves who it is, and we to it.
 *
 * @param authorities PEM file of those to trust; empty for those of Java
 * @param certificate PEM file of our own
 * @param key PEM file with its private key
 * @param verified whether the agent's certificate is looked at
 */
record ConsulTls(Optional<Path> authorities, Optional<Path> certificate, Optional<Path> key, boolean verified) {
    static ConsulTls ofVariables(Map<String, String> environment) {
        return new ConsulTls(
                file(environment, "CONSUL_CACERT"),
                file(environment, "CONSUL_CLIENT_CERT"),
                file(environment, "CONSUL_CLIENT_KEY"),
                ConsulAddress.variable(environment, "CONSUL_HTTP_SSL_VERIFY")
                        .map(Boolean::parseBoolean)
                        .orElse(true));
    }

    private static Optional<Path> file(Map<String, String> environment, String name) {
        Optional<Path> file = ConsulAddress.variable(environment, name).map(Path::of);
        file.filter(path -> !Files.isReadable(path)).ifPresent(path -> {
            throw new ConfigurationException(name + " is \"" + path + "\", expected a file that can be read");
        });
        return file;
    }

    /** @throws ConfigurationException when a file holds no certificate or key */
    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys().getKeyManagers(), trusted().getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new ConfigurationException("the certificates for Consul can't be used: " + e.getMessage());
        }
    }

    private KeyManagerFactory keys() throws GeneralSecurityException, IOException {
        KeyStore store = certificate.isPresent() && key.isPresent()
                ? PemFiles.pair(certificate.get(), key.get())
                : PemFiles.emptyStore();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PemFiles.NO_PASSWORD);
        return keys;
    }

    private TrustManagerFactory trusted() throws GeneralSecurityException, IOException {
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(authorities.isPresent() ? PemFiles.authorities(authorities.get()) : null);
        return trusted;
    }
}
