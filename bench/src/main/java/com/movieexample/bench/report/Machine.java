package com.movieexample.bench.report;

/**
 * Where it was measured: figures of another machine are other figures.
 *
 * @param disk kind and file system of the folder that the broker and the stores wrote to
 */
public record Machine(
        int cores, String processor, long memoryBytes, String disk, String system, String java, String kafka) {}
