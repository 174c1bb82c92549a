package dev.parley.codegen.check;

import dev.parley.codegen.model.Place;

/**
 * Something that a check has to say.
 *
 * @param error whether nothing can be generated because of it
 * @param key its stable name
 * @param place where
 * @param message what is wrong, and the way out
 */
public record Finding(boolean error, String key, Place place, String message) {
    static Finding error(String key, Place place, String message) {
        return new Finding(true, key, place, message);
    }

    static Finding warning(String key, Place place, String message) {
        return new Finding(false, key, place, message);
    }
}
