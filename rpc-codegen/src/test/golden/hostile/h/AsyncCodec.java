// Written by Parley from Async; changes are lost at the next build.
package h;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;

/** Reads and writes {@link Async}. */
final class AsyncCodec {
    static final Codec<Async> INSTANCE = Codecs.enumOf(Async.class, "Batch", "call");

    private AsyncCodec() {}
}
