/** Local copies of compacted topics in RocksDB, and how far they have got. */
package com.movieexample.topics.view;
