/**
 * What a user puts on an interface and its types to declare a service.
 */
@NullMarked
package dev.parley.annotation;

import org.jspecify.annotations.NullMarked;
