/**
 * TCP and Unix domain sockets by Netty.
 */
@NullMarked
package dev.parley.transport.socket;

import org.jspecify.annotations.NullMarked;
