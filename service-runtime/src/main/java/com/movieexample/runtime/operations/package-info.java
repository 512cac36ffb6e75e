/**
 * What operators' commands ask of every process. What there is to tell is handed in; nothing here knows a view or a
 * topic.
 */
package com.movieexample.runtime.operations;
