package dev.parley.codegen.reader.openrpc;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Makes names of Java from names on the wire. */
final class JavaNames {
    /** Names that a record's component or a method without parameters can't have. */
    private static final Set<String> OF_OBJECT =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private static final Map<Character, String> SPOKEN =
            Map.of('+', "Plus", '/', "Slash", '*', "Star", '#', "Hash", '%', "Percent", '&', "And", '=', "Equals");

    private static final String[] SYMBOLS = symbols();

    private JavaNames() {}

    /** {@code BLOCK_WITH_TXS} as {@code BlockWithTxs}, {@code hash32} as {@code Hash32}. */
    static String type(String text) {
        boolean shouted = text.equals(text.toUpperCase(Locale.ROOT));
        StringBuilder name = new StringBuilder();
        words(text).forEach(word -> name.append(capitalized(word, shouted)));
        if (name.length() == 0) {
            return "Empty";
        }
        return Character.isJavaIdentifierStart(name.charAt(0)) ? name.toString() : "V" + name;
    }

    /** {@code block_hash} as {@code blockHash}, {@code VMUsed} as {@code vmUsed}. */
    static String member(String text) {
        String name = camel(text);
        return SourceVersion.isKeyword(name, SourceVersion.RELEASE_17) || OF_OBJECT.contains(name) || name.equals("_")
                ? name + "_"
                : name;
    }

    private static String camel(String text) {
        List<String> words = words(text);
        boolean shouted = text.equals(text.toUpperCase(Locale.ROOT));
        StringBuilder name = new StringBuilder();
        for (String word : words) {
            name.append(name.length() == 0 ? lowered(word) : capitalized(word, shouted));
        }
        if (name.length() == 0) {
            return "empty";
        }
        return Character.isJavaIdentifierStart(name.charAt(0)) ? name.toString() : "v" + name;
    }

    /** {@code sportingEvent} as {@code SPORTING_EVENT}. */
    static String constant(String text) {
        String spaced = text.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ");
        String name = String.join("_", words(spaced)).toUpperCase(Locale.ROOT);
        if (name.isEmpty()) {
            return "EMPTY";
        }
        return Character.isJavaIdentifierStart(name.charAt(0)) ? name : "V" + name;
    }

    /** One of many: {@code Transactions} as {@code Transaction}. */
    static String singular(String name) {
        if (name.endsWith("ies") && name.length() > 4) {
            return name.substring(0, name.length() - 3) + "y";
        }
        boolean plural = name.endsWith("s") && !name.endsWith("ss") && !name.endsWith("us") && name.length() > 2;
        return plural ? name.substring(0, name.length() - 1) : name + "Item";
    }

    private static List<String> words(String decomposed) {
        String text = Normalizer.normalize(decomposed, Normalizer.Form.NFC);
        boolean symbols = text.chars().noneMatch(Character::isLetterOrDigit);
        return symbols ? spoken(text) : split(text);
    }

    /** The names of characters that are no part of a name in Java. */
    private static List<String> spoken(String text) {
        List<String> words = new ArrayList<>();
        text.codePoints().forEach(character -> {
            String name = character < SYMBOLS.length ? SYMBOLS[character] : "";
            String known = name.isEmpty() ? String.valueOf(Character.getName(character)) : name;
            for (String word : known.split("[^A-Za-z0-9]+")) {
                words.add(capitalized(word, true));
            }
        });
        return words;
    }

    private static String[] symbols() {
        String[] symbols = new String[128];
        Arrays.fill(symbols, "");
        String all = "! Exclamation \" Quote # Hash $ Dollar % Percent & And ' Apostrophe ( Open ) Close * Star + Plus"
                + " , Comma - Minus . Dot / Slash : Colon ; Semicolon < Less = Equals > Greater ? Question @ At"
                + " [ Open_Bracket \\ Backslash ] Close_Bracket ^ Caret _ Underscore ` Backtick { Open_Brace | Pipe"
                + " } Close_Brace ~ Tilde";
        String[] parts = all.split(" ");
        for (int i = 0; i < parts.length; i += 2) {
            symbols[parts[i].charAt(0)] = parts[i + 1];
        }
        symbols[' '] = "Space";
        return symbols;
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (Character.isJavaIdentifierPart(c) && c != '_' && c != '$' && !Character.isIdentifierIgnorable(c)) {
                word.append(c);
            } else {
                add(words, word);
                if (SPOKEN.containsKey(c)) {
                    words.add(SPOKEN.get(c));
                }
            }
        }
        add(words, word);
        return words;
    }

    private static void add(List<String> words, StringBuilder word) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static String capitalized(String word, boolean shouted) {
        String rest = word.substring(1);
        return Character.toUpperCase(word.charAt(0)) + (shouted ? rest.toLowerCase(Locale.ROOT) : rest);
    }

    private static String lowered(String word) {
        int capitals = 0;
        while (capitals < word.length() && Character.isUpperCase(word.charAt(capitals))) {
            capitals++;
        }
        boolean wordFollows = capitals > 1 && capitals < word.length() && Character.isLetter(word.charAt(capitals));
        int end = wordFollows ? capitals - 1 : capitals;
        return word.substring(0, end).toLowerCase(Locale.ROOT) + word.substring(end);
    }
}
