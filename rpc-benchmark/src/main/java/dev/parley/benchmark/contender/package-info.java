/** The programs under test, each behind the same two interfaces: a server of the phone book, and a client of it. */
@NullMarked
package dev.parley.benchmark.contender;

import org.jspecify.annotations.NullMarked;
