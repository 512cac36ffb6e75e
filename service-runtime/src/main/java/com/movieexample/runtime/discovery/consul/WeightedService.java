package com.movieexample.runtime.discovery.consul;

import com.ecwid.consul.v1.agent.model.NewService;
import com.google.gson.annotations.SerializedName;

/** An entry with the weights that Consul hands on, in DNS as those of SRV records; the library has no field for them. */
final class WeightedService extends NewService {
    @SuppressWarnings("UnusedVariable") // the library writes it
    @SerializedName("Weights")
    private final Weights weights;

    private record Weights(
            @SerializedName("Passing") int passing,
            @SerializedName("Warning") int warning) {}

    /** @param weight from 1; with a warning it is as much */
    WeightedService(int weight) {
        this.weights = new Weights(weight, weight);
    }
}
