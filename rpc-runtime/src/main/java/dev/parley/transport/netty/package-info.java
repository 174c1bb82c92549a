/**
 * What transports over Netty share: event loops, kinds of channels, a connection that carries frames over a channel of bytes. Not
 * exported.
 */
@NullMarked
package dev.parley.transport.netty;

import org.jspecify.annotations.NullMarked;
