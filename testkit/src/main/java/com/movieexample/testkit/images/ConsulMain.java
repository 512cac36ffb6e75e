package com.movieexample.testkit.images;

import com.movieexample.testkit.consul.StandInConsul;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;

/** The stand-in for Consul's agent, on all addresses and Consul's own port. */
final class ConsulMain {
    private static final int PORT = 8500;

    private ConsulMain() {}

    public static void main(String[] arguments) throws InterruptedException, UnknownHostException {
        StandInConsul.at(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), PORT));
        new CountDownLatch(1).await();
    }
}
