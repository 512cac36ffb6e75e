package com.movieexample.runtime.discovery.consul;

import com.movieexample.runtime.discovery.ServiceInstance;
import com.movieexample.runtime.discovery.Standing;
import com.movieexample.runtime.health.CheckResult;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One instance in Consul: entered as soon as Consul can be reached, kept alive, entered anew when it is forgotten. */
final class ConsulRegistration {
    private static final Logger log = LoggerFactory.getLogger(ConsulRegistration.class);

    private final ConsulAgent agent;
    private final ServiceInstance instance;
    private final Supplier<Standing> standing;
    private boolean entered;
    private int enteredWeight;
    /** Also when the reply to the entry was lost. */
    private boolean mayBeEntered;

    private boolean withdrawn;
    private volatile Optional<String> problem = Optional.of("not registered in Consul yet");

    ConsulRegistration(ConsulAgent agent, ServiceInstance instance, Supplier<Standing> standing) {
        this.agent = agent;
        this.instance = instance;
        this.standing = standing;
    }

    /** To be called several times within the time to live of the entry; never throws. */
    synchronized void keepAlive() {
        if (withdrawn) {
            return;
        }
        try {
            Standing now = standing.get();
            tell(now.health(), ConsulServices.weight(now.age()));
            if (problem.isPresent()) {
                log.info("{} is registered in Consul", instance.id());
            }
            problem = Optional.empty();
        } catch (ConsulException | RuntimeException e) {
            if (!problem.equals(Optional.ofNullable(e.getMessage()))) {
                log.warn("{} could not be kept registered, and is tried again: {}", instance.id(), e.getMessage());
            }
            problem = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void tell(CheckResult found, int weight) throws ConsulException {
        if (entered && weight == enteredWeight) {
            try {
                agent.report(instance, found);
                return;
            } catch (ConsulException e) {
                if (!e.isUnknown()) {
                    throw e;
                }
                log.info("Consul has forgotten {}", instance.id());
            }
        }
        entered = false;
        mayBeEntered = true;
        agent.register(instance, found, weight);
        entered = true;
        enteredWeight = weight;
        // Consul keeps the note of a check only when it is reported.
        agent.report(instance, found);
    }

    /** Waits for Consul's reply, for as long as a request may take; never throws. */
    synchronized void withdraw() {
        withdrawn = true;
        if (!mayBeEntered) {
            return;
        }
        try {
            agent.deregister(instance);
        } catch (ConsulException e) {
            if (!entered && e.isUnknown()) {
                return;
            }
            log.warn("{} could not be deregistered; Consul will find out: {}", instance.id(), e.getMessage());
        }
    }

    /** What is wrong; empty while the instance is registered. */
    Optional<String> problem() {
        return problem;
    }
}
