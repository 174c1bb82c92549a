/** Reports what a peer can reach, for those who review it. */
@NullMarked
package dev.parley.codegen.exposure;

import org.jspecify.annotations.NullMarked;
