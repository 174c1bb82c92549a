/**
 * Connections inside one process, in a duplex and an exchange mode: real transports that need no network.
 */
@NullMarked
package dev.parley.transport.memory;

import org.jspecify.annotations.NullMarked;
