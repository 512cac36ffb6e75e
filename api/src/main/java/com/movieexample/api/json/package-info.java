/**
 * What the HTTP answers and bodies look like, as records whose components are the JSON's names, and the mapping to and
 * from the messages. Unset message fields are left out of the JSON here and nowhere else.
 */
package com.movieexample.api.json;
