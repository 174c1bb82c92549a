/**
 * The description of a running service: rpc.discover, system.describe, system.listMethods.
 */
@NullMarked
package dev.parley.description;

import org.jspecify.annotations.NullMarked;
