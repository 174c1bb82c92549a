package dev.parley.transport.memory;

import dev.parley.transport.Address;
import org.jspecify.annotations.Nullable;

/** How the two ends of a name speak. */
enum MemoryMode {
    DUPLEX,
    EXCHANGE;

    static MemoryMode of(Address address) {
        @Nullable String word = address.option("mode").orElse(null);
        if (word == null || word.equals("duplex")) {
            return DUPLEX;
        }
        if (word.equals("exchange")) {
            return EXCHANGE;
        }
        throw new IllegalArgumentException(
                address + ": the option mode is \"" + word + "\", but has to be duplex or exchange");
    }

    String word() {
        return this == DUPLEX ? "duplex" : "exchange";
    }
}
