/**
 * Protocol Buffers beside JSON, XML, YAML, Avro and Thrift: size, time and garbage of the same message. Every format is
 * used as its own documentation advises, with objects of its own; nothing here is for use by services.
 */
package com.movieexample.bench.codec;
