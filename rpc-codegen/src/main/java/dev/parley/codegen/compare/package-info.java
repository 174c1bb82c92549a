/**
 * Compares two descriptions of a service and judges each difference: what it breaks, and for whom. It works on OpenRPC
 * documents, because that is what a release leaves behind.
 */
@NullMarked
package dev.parley.codegen.compare;

import org.jspecify.annotations.NullMarked;
