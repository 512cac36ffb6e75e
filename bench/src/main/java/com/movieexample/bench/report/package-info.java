/** What the bench found, as Markdown, JSON and charts. Knows nothing of how it was measured. */
package com.movieexample.bench.report;
