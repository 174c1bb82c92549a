/**
 * How a method call becomes a request: what generated clients are made of.
 */
@NullMarked
package dev.parley.proxy;

import org.jspecify.annotations.NullMarked;
