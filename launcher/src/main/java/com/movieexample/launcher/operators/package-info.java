/** How operators' commands ask running processes what they hold. */
package com.movieexample.launcher.operators;
