/** What runs in containers in place of images that can't be had. */
package com.movieexample.testkit.images;
