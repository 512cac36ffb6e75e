package com.movieexample.runtime.tls;

import io.grpc.util.CertificateUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** Reads certificates and keys as Java's TLS wants to have them. */
public final class PemFiles {
    public static final char[] NO_PASSWORD = new char[0];

    private PemFiles() {}

    public static X509Certificate[] certificates(Path file) throws GeneralSecurityException, IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateUtils.getX509Certificates(pem);
        }
    }

    /** A store with one certificate, those that vouch for it and its private key, without a password. */
    public static KeyStore pair(Path certificate, Path key) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setKeyEntry("own", key(key), NO_PASSWORD, certificates(certificate));
        return store;
    }

    static PrivateKey key(Path file) throws GeneralSecurityException, IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateUtils.getPrivateKey(pem);
        }
    }

    public static KeyStore authorities(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        for (X509Certificate authority : certificates(file)) {
            store.setCertificateEntry(authority.getSubjectX500Principal().getName(), authority);
        }
        return store;
    }

    public static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }
}
