/** The fold's state, and its layout in the stores. The layouts are final: views and changelogs hold them. */
package com.movieexample.aggregator.store;
