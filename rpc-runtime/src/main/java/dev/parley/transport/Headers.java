package dev.parley.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The headers of one request: immutable, in order, with names that are compared without case. */
public final class Headers {
    /** No headers. */
    public static final Headers NONE = new Headers(List.of());

    private record Header(String name, String value) {}

    private final List<Header> all;

    private Headers(List<Header> all) {
        this.all = all;
    }

    /**
     * Returns a copy with one header more, or with another value for one that is there.
     *
     * @throws IllegalArgumentException when the name is not a token of RFC 9110, or the value has control characters
     */
    public Headers with(String name, String value) {
        if (name.isEmpty() || !name.chars().allMatch(Headers::isToken)) {
            throw new IllegalArgumentException(
                    "a header can't have the name \"" + name + "\"; use letters, digits and hyphens");
        }
        if (value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7F)) {
            throw new IllegalArgumentException(
                    "the header " + name + " has a control character in its value; remove it");
        }
        List<Header> more = new ArrayList<>(all);
        more.removeIf(header -> header.name.equalsIgnoreCase(name));
        more.add(new Header(name, value));
        return new Headers(List.copyOf(more));
    }

    private static boolean isToken(int c) {
        return c >= '0' && c <= '9'
                || c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    /** The value of a header, or null. */
    public @Nullable String get(String name) {
        for (Header header : all) {
            if (header.name.equalsIgnoreCase(name)) {
                return header.value;
            }
        }
        return null;
    }

    /** Shows each name and value, in the order in which they were added. */
    public void forEach(BiConsumer<String, String> visitor) {
        all.forEach(header -> visitor.accept(header.name, header.value));
    }

    /** The names only: values may be secret. */
    @Override
    public String toString() {
        return all.stream().map(Header::name).toList().toString();
    }
}
