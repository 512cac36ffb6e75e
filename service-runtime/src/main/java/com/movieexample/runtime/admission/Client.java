package com.movieexample.runtime.admission;

import com.movieexample.runtime.access.Caller;
import com.movieexample.runtime.errors.ServiceException;
import io.grpc.Context;
import java.time.Duration;

/** A caller, and what it may take of the service. Thread-safe. */
public final class Client {
    static final Context.Key<Client> OF_CALL = Context.key("marquee-client");

    private final Caller caller;
    private final WriteBudget budget;
    private final ClientRates rates;

    Client(Caller caller, WriteBudget budget, ClientRates rates) {
        this.caller = caller;
        this.budget = budget;
        this.rates = rates;
    }

    /** Of the gRPC call that this thread has begun to handle. */
    public static Client current() {
        return OF_CALL.get();
    }

    public Caller caller() {
        return caller;
    }

    /**
     * Lets it make one write, or begin with several.
     *
     * @return who writes
     * @throws ServiceException when it lacks a key, or has made too many
     */
    public Caller admitWrite() {
        caller.requireKey();
        Duration debt = debt();
        if (!debt.isZero()) {
            throw ServiceException.tooManyRequests(caller.name() + " writes more than it may in a second", debt);
        }
        spend(1);
        return caller;
    }

    /** Counts writes that are let in. */
    public void spend(int writes) {
        rates.spend(caller.name(), writes);
    }

    /** How long it should make no more writes. */
    public Duration debt() {
        return rates.debt(caller.name());
    }

    /**
     * Takes memory for writes.
     *
     * @throws ServiceException when it has too much under way, or all have
     */
    public Reservation reserve(long bytes) {
        return budget.reserve(caller.name(), bytes);
    }
}
