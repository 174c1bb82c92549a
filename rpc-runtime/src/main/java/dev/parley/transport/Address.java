package dev.parley.transport;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where to listen or connect, as a URI: {@code tcp://127.0.0.1:4000?dialect=go}, {@code unix:/run/app.sock},
 * {@code memory:test}.
 *
 * @param scheme what chooses the transport, in lower case
 * @param location what stands between the scheme's colon and the question mark, slashes included
 * @param options what stands behind the question mark, decoded, in order
 */
public record Address(String scheme, String location, Map<String, String> options) {
    /** Copies the options and keeps their order. */
    public Address {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Reads a URI.
     *
     * @throws IllegalArgumentException when it has no scheme, or an option has no value or stands twice
     */
    public static Address parse(String uri) {
        int colon = uri.indexOf(':');
        if (colon < 1 || !uri.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*")) {
            throw new IllegalArgumentException(
                    "\"" + uri + "\" is no address: it has to start with a scheme, as in tcp://127.0.0.1:4000");
        }
        int mark = uri.indexOf('?', colon);
        String location = uri.substring(colon + 1, mark < 0 ? uri.length() : mark);
        Map<String, String> options = new LinkedHashMap<>();
        if (mark >= 0 && mark + 1 < uri.length()) {
            for (String option : uri.substring(mark + 1).split("&")) {
                int equals = option.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException(
                            "\"" + uri + "\": the option \"" + option + "\" has to be name=value");
                }
                String value = URLDecoder.decode(option.substring(equals + 1), StandardCharsets.UTF_8);
                if (options.put(option.substring(0, equals), value) != null) {
                    throw new IllegalArgumentException(
                            "\"" + uri + "\": the option \"" + option.substring(0, equals) + "\" stands twice");
                }
            }
        }
        return new Address(uri.substring(0, colon).toLowerCase(java.util.Locale.ROOT), location, options);
    }

    /** The value of an option. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** The same address with another location, for a port 0 that became a real one. */
    public Address withLocation(String resolved) {
        return new Address(scheme, resolved, options);
    }

    /** The URI with its options, which reads as the same address again. */
    public String toUri() {
        StringBuilder uri = new StringBuilder(toString());
        options.forEach((name, value) -> uri.append(uri.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return uri.toString();
    }

    /** The URI without options, which may be secret and are not for logs. */
    @Override
    public String toString() {
        return scheme + ":" + location;
    }
}
