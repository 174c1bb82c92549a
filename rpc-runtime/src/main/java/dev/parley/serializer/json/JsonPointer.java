package dev.parley.serializer.json;

import java.util.Arrays;

/**
 * Finds the JSON pointer (RFC 6901) of the value or name that starts at an index, by walking there from the start. That
 * is done for an error only, so that reading keeps no path.
 */
final class JsonPointer {
    private final JsonScanner scanner;
    private final int target;
    /** For each container around the place reached: where the member's name starts, or -1 - the element's index. */
    private int[] steps = new int[16];

    private int depth;

    private JsonPointer(JsonScanner scanner, int target) {
        this.scanner = scanner;
        this.target = target;
    }

    /** The pointer from the value at {@code start} to what starts at {@code target}; all before it must be sound. */
    static String find(JsonScanner scanner, int start, int target) {
        JsonPointer pointer = new JsonPointer(scanner, target);
        pointer.walk(start);
        return pointer.text();
    }

    private void walk(int start) {
        int i = scanner.white(start);
        while (i < target) {
            if (scanner.at(i, '{')) {
                i = scanner.white(i + 1);
                push(i);
                i = scanner.at(i, '}') ? close(i) : value(i);
            } else if (scanner.at(i, '[')) {
                i = scanner.white(i + 1);
                push(-1);
                i = scanner.at(i, ']') ? close(i) : i;
            } else {
                i = close(scanner.value(i, 0) - 1, false);
            }
        }
    }

    private int close(int at) {
        return close(at, true);
    }

    /** Passes over the last byte of a value, and over ends and commas to the next value or the target. */
    private int close(int at, boolean container) {
        if (container) {
            depth--;
        }
        int i = scanner.white(at + 1);
        while (depth > 0 && i < target) {
            if (scanner.at(i, ',')) {
                i = scanner.white(i + 1);
                boolean array = steps[depth - 1] < 0;
                steps[depth - 1] = array ? steps[depth - 1] - 1 : i;
                return array ? i : value(i);
            }
            depth--;
            i = scanner.white(i + 1);
        }
        return Math.max(i, depth == 0 ? target : i);
    }

    /** From a member's name to its value, unless the name is the target. */
    private int value(int name) {
        return name >= target ? name : scanner.white(scanner.name(name));
    }

    private void push(int step) {
        if (depth == steps.length) {
            steps = Arrays.copyOf(steps, depth * 2);
        }
        steps[depth++] = step;
    }

    private String text() {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            String step = steps[i] < 0 ? Integer.toString(-1 - steps[i]) : name(steps[i]);
            pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private String name(int at) {
        int after = scanner.nameText(at);
        return StringScan.decode(scanner.bytes, at + 1, after - 1, scanner.escaped());
    }
}
