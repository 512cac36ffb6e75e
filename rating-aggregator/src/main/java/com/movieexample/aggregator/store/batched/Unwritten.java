package com.movieexample.aggregator.store.batched;

import org.apache.kafka.common.utils.Bytes;

/** Changes that their owner holds in another form than a store does. */
interface Unwritten {
    /** Puts them into the store, before it writes. May be called when there are none. */
    void settle();

    /** The value of a changed entry; null for one that has not changed. For any thread. */
    byte[] find(Bytes key);

    Unwritten NONE = new Unwritten() {
        @Override
        public void settle() {}

        @Override
        public byte[] find(Bytes key) {
            return null;
        }
    };
}
