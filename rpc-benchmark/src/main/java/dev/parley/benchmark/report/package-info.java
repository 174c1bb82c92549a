/** Turns what was measured into tables, a plot, and the list of targets. */
@NullMarked
package dev.parley.benchmark.report;

import org.jspecify.annotations.NullMarked;
