package dev.parley.codegen.openrpc;

import java.util.Random;

/** Makes a text that a regular expression matches, for the simple ones that schemas have. */
final class PatternText {
    private final String pattern;
    private final Random random;
    private int at;

    PatternText(String pattern, Random random) {
        this.pattern = pattern;
        this.random = random;
    }

    String text() {
        at = 0;
        return alternatives();
    }

    private String alternatives() {
        java.util.List<String> all = new java.util.ArrayList<>();
        all.add(sequence());
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            all.add(sequence());
        }
        return all.get(random.nextInt(all.size()));
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int start = at;
            String once = atom();
            int end = at;
            int times = quantity();
            int after = at;
            for (int i = 0; i < times; i++) {
                at = start;
                text.append(i == 0 ? once : atom());
                at = end;
            }
            at = after;
        }
        return text.toString();
    }

    private String atom() {
        char c = pattern.charAt(at++);
        switch (c) {
            case '^', '$':
                return "";
            case '.':
                return "x";
            case '\\':
                char escaped = pattern.charAt(at++);
                return escaped == 'd' ? digit() : escaped == 'w' ? "w" : String.valueOf(escaped);
            case '[':
                return oneOf();
            case '(':
                if (pattern.startsWith("?:", at)) {
                    at += 2;
                }
                String inner = alternatives();
                at++;
                return inner;
            default:
                return String.valueOf(c);
        }
    }

    private String digit() {
        return String.valueOf(random.nextInt(10));
    }

    private String oneOf() {
        StringBuilder all = new StringBuilder();
        while (pattern.charAt(at) != ']') {
            char from = pattern.charAt(at++);
            if (from == '\\') {
                from = pattern.charAt(at++);
                all.append(from == 'd' ? "0123456789" : from == 'w' ? "abc" : String.valueOf(from));
                continue;
            }
            if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
                char to = pattern.charAt(at + 1);
                at += 2;
                for (char c = from; c <= to; c++) {
                    all.append(c);
                }
            } else {
                all.append(from);
            }
        }
        at++;
        return String.valueOf(all.charAt(random.nextInt(all.length())));
    }

    private int quantity() {
        if (at == pattern.length()) {
            return 1;
        }
        switch (pattern.charAt(at)) {
            case '*':
                at++;
                return random.nextInt(4);
            case '+':
                at++;
                return 1 + random.nextInt(3);
            case '?':
                at++;
                return random.nextInt(2);
            case '{':
                int end = pattern.indexOf('}', at);
                String[] bounds = pattern.substring(at + 1, end).split(",", -1);
                at = end + 1;
                int least = bounds[0].isEmpty() ? 0 : Integer.parseInt(bounds[0]);
                boolean open = bounds.length > 1;
                int most = !open ? least : bounds[1].isEmpty() ? least + 3 : Integer.parseInt(bounds[1]);
                return least + random.nextInt(most - least + 1);
            default:
                return 1;
        }
    }
}
