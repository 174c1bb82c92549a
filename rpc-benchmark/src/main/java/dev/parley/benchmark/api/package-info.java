/** What every contender serves: one phone book. */
@NullMarked
package dev.parley.benchmark.api;

import org.jspecify.annotations.NullMarked;
