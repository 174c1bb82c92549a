/** Calls as many as a shape wants, checks every answer, and counts. */
@NullMarked
package dev.parley.benchmark.load;

import org.jspecify.annotations.NullMarked;
