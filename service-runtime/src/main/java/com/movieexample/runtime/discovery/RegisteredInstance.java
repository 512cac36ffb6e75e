package com.movieexample.runtime.discovery;

import com.movieexample.runtime.health.CheckResult;

/**
 * An instance as a registry knows it, also one that can't answer now.
 *
 * @param health as it was last told
 */
public record RegisteredInstance(ServiceInstance instance, CheckResult health) {}
