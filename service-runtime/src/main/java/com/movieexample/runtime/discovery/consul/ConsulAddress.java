package com.movieexample.runtime.discovery.consul;

import com.movieexample.runtime.config.ConfigurationException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where an agent of Consul listens and what it wants to see, as Consul's own variables say it: {@code CONSUL_HTTP_ADDR},
 * {@code CONSUL_HTTP_SSL}, {@code CONSUL_HTTP_SSL_VERIFY}, {@code CONSUL_HTTP_TOKEN}, {@code CONSUL_HTTP_TOKEN_FILE},
 * {@code CONSUL_CACERT}, {@code CONSUL_CLIENT_CERT} and {@code CONSUL_CLIENT_KEY}.
 *
 * @param agent with scheme, host and port
 * @param token sent as a header with each request
 */
public record ConsulAddress(URI agent, Optional<String> token, ConsulTls tls) {
    private static final String ADDRESS = "CONSUL_HTTP_ADDR";
    private static final String TOKEN = "CONSUL_HTTP_TOKEN";
    private static final String TOKEN_FILE = "CONSUL_HTTP_TOKEN_FILE";
    /** By scheme. */
    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 8500, "https", 8501);

    /** Without the token. */
    @Override
    public String toString() {
        return agent.toString();
    }

    /** What the variables name; empty without an address. */
    public static Optional<ConsulAddress> ofVariables(Map<String, String> environment) {
        return variable(environment, ADDRESS).map(address -> of(ADDRESS, address, environment));
    }

    /**
     * An address that was given elsewhere, with the rest from the variables.
     *
     * @param source names the address in an error
     * @param address {@code http://host:8500}, {@code https://host:8501} or {@code host:8500}
     * @throws ConfigurationException naming what can't be used
     */
    public static ConsulAddress of(String source, String address, Map<String, String> environment) {
        boolean secure = variable(environment, "CONSUL_HTTP_SSL")
                .filter(Boolean::parseBoolean)
                .isPresent();
        return new ConsulAddress(
                agent(source, address, secure), token(environment), ConsulTls.ofVariables(environment));
    }

    private static URI agent(String source, String address, boolean secure) {
        try {
            URI given = new URI(address.contains("://") ? address : (secure ? "https://" : "http://") + address);
            if (DEFAULT_PORTS.containsKey(given.getScheme())
                    && given.getHost() != null
                    && given.getUserInfo() == null) {
                int port = given.getPort() == -1 ? DEFAULT_PORTS.get(given.getScheme()) : given.getPort();
                return new URI(given.getScheme(), null, given.getHost(), port, null, null, null);
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new ConfigurationException(
                source + " is \"" + address + "\", expected http://host:8500 or https://host:8501");
    }

    private static Optional<String> token(Map<String, String> environment) {
        return variable(environment, TOKEN)
                .or(() -> variable(environment, TOKEN_FILE).map(ConsulAddress::tokenIn));
    }

    private static String tokenIn(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new ConfigurationException(TOKEN_FILE + " is \"" + file + "\", expected a file that can be read");
        }
    }

    static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
