/**
 * What generated code and the runtime share: descriptors of services and methods, errors, interceptors.
 */
@NullMarked
package dev.parley.contract;

import org.jspecify.annotations.NullMarked;
