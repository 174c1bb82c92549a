// Written by Parley from Kind; changes are lost at the next build.
package phone;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;

/** Reads and writes {@link Person.Kind}. */
final class PersonKindCodec {
    static final Codec<Person.Kind> INSTANCE = Codecs.enumOf(Person.Kind.class, "HOME", "WORK");

    private PersonKindCodec() {}
}
