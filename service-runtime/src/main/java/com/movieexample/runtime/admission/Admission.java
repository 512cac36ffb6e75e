package com.movieexample.runtime.admission;

import com.movieexample.runtime.access.Access;
import com.movieexample.runtime.errors.ServiceException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;

/** Lets requests into one service. Thread-safe. */
public final class Admission {
    private final Access access;
    private final Limits limits;
    private final WriteBudget budget;
    private final ClientRates rates;

    public Admission(Access access, Limits limits) {
        this.access = access;
        this.limits = limits;
        this.budget = new WriteBudget(limits);
        this.rates = new ClientRates(limits.clientRate());
    }

    /**
     * Who sends a request.
     *
     * @param authorization the header {@code Authorization}, if it has one
     * @throws ServiceException for what is no key
     */
    public Client client(Optional<String> authorization, String address) {
        return new Client(access.caller(authorization, address), budget, rates);
    }

    public Limits limits() {
        return limits;
    }

    public void bindTo(MeterRegistry meters) {
        Gauge.builder("marquee.writes.bytes", budget, WriteBudget::total)
                .description("Memory that writes under way have taken")
                .baseUnit("bytes")
                .register(meters);
    }
}
