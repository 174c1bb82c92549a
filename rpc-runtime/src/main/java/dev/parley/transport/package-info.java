/**
 * How frames travel: the seams of transports, connections and framings. Nothing in here knows JSON.
 */
@NullMarked
package dev.parley.transport;

import org.jspecify.annotations.NullMarked;
