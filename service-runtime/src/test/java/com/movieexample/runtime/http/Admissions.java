package com.movieexample.runtime.http;

import com.movieexample.runtime.access.Access;
import com.movieexample.runtime.admission.Admission;
import com.movieexample.runtime.admission.Limits;
import com.movieexample.runtime.admission.Refusals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** For servers that let in anybody. */
final class Admissions {
    private Admissions() {}

    static Admission ofBodies(int mostBytes) {
        Limits usual = Limits.DEFAULT;
        return new Admission(
                Access.open(),
                new Limits(
                        mostBytes,
                        usual.connections(),
                        usual.idle(),
                        usual.bodyTime(),
                        usual.writeBytes(),
                        usual.clientBytes(),
                        usual.clientRate()));
    }

    static Refusals refusals() {
        return new Refusals(new SimpleMeterRegistry());
    }
}
