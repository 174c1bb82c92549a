/**
 * The generator: from annotated interfaces to clients, skeletons, codecs and descriptions. No Maven, no clock, no
 * network.
 */
@NullMarked
package dev.parley.codegen;

import org.jspecify.annotations.NullMarked;
