package dev.parley.codegen.schema;

/** The text of a file is not what its name promises. */
final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    UnreadableException(String message, int line, int column, Throwable cause) {
        super(message, cause);
        this.line = line;
        this.column = column;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
