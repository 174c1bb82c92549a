/**
 * What every duplex connection goes through, whatever carries its bytes: not exported, shared by the transports.
 */
@NullMarked
package dev.parley.transport.life;

import org.jspecify.annotations.NullMarked;
