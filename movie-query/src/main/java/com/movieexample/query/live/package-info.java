/** Those who watch a movie or a chart, and what they are told when it changes: its newest state, never a backlog. */
package com.movieexample.query.live;
