/** Hostile peers against a server with little memory, and a good client beside them. */
@NullMarked
package dev.parley.benchmark.attack;

import org.jspecify.annotations.NullMarked;
