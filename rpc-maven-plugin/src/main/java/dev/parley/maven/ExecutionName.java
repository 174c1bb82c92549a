package dev.parley.maven;

/**
 * Tells the executions of a project apart.
 *
 * @param id as in the pom; free text
 * @param goal as in the pom, without the prefix: two goals of one execution have their own files
 */
record ExecutionName(String id, String goal) {
    /** A name for files of this execution: what is special to any file system is written as {@code %} and a number. */
    String fileName() {
        StringBuilder name = new StringBuilder();
        id.chars().forEach(c -> name.append(isPlain(c) ? Character.toString(c) : "%" + Integer.toHexString(c)));
        return name.append('.').append(goal).toString();
    }

    private static boolean isPlain(int c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }
}
