/**
 * How a request becomes a method call: the dispatcher, which works without any transport.
 */
@NullMarked
package dev.parley.dispatch;

import org.jspecify.annotations.NullMarked;
