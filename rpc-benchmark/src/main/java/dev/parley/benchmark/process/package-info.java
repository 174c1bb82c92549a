/** The processes of a contender, each driven by lines on its standard input and answering each with a line. */
@NullMarked
package dev.parley.benchmark.process;

import org.jspecify.annotations.NullMarked;
