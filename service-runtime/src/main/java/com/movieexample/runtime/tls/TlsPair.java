package com.movieexample.runtime.tls;

import com.movieexample.runtime.config.ConfigurationException;
import io.grpc.ChannelCredentials;
import io.grpc.ServerCredentials;
import io.grpc.TlsChannelCredentials;
import io.grpc.TlsServerCredentials;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** The certificate that an installation shows, with its private key. Immutable. */
public final class TlsPair {
    private static final byte[] PROBE = {1, 2, 3};

    private final KeyStore store;
    private final KeyManager[] keys;
    private final X509Certificate own;

    /**
     * @param certificate PEM file, with those that vouch for it after it
     * @param key PEM file, PKCS#8 without a password
     * @throws ConfigurationException when a file holds no certificate or key, or they don't belong together
     */
    public TlsPair(Path certificate, Path key) {
        try {
            store = PemFiles.pair(certificate, key);
            own = PemFiles.certificates(certificate)[0];
            requireOneAnother(own, PemFiles.key(key));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, PemFiles.NO_PASSWORD);
            keys = factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new ConfigurationException(
                    "the certificate %s with the key %s can't be used, expected PEM, the key in PKCS#8 without a password: %s"
                            .formatted(certificate, key, e.getMessage()));
        }
    }

    /** Nobody else looks before the first handshake fails. */
    private static void requireOneAnother(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> key.getAlgorithm();
                });
        signature.initSign(key);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        signature.update(PROBE);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("the key is of another certificate");
        }
    }

    /** For an HTTP server; without a password. */
    public KeyStore store() {
        return store;
    }

    public ServerCredentials server() {
        return TlsServerCredentials.newBuilder().keyManager(keys).build();
    }

    /** Of a service that asks another one of the same installation, wherever that runs. */
    public ChannelCredentials client() {
        return TlsChannelCredentials.newBuilder()
                .trustManager(new OwnCertificate(own))
                .build();
    }
}
