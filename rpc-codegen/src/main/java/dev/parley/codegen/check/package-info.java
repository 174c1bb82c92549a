/** Judges what was read: each check has a stable key, and a message with the way out. */
@NullMarked
package dev.parley.codegen.check;

import org.jspecify.annotations.NullMarked;
