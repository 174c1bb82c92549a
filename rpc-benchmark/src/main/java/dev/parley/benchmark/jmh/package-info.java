/** Codecs, envelopes and framing alone, under JMH. */
@NullMarked
package dev.parley.benchmark.jmh;

import org.jspecify.annotations.NullMarked;
