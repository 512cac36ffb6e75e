/**
 * The registry in Consul: instances are entered at an agent and kept alive there, and followed with blocking queries.
 * Nothing outside of this package knows of Consul but its address.
 */
package com.movieexample.runtime.discovery.consul;
