/** What a thread does at the moment; below everything that asks for it, and not exported. */
@NullMarked
package dev.parley.thread;

import org.jspecify.annotations.NullMarked;
