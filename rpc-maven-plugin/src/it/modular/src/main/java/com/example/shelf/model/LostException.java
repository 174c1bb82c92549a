package com.example.shelf.model;

import dev.parley.annotation.RpcError;

/** There is no such book. */
@RpcError(code = 1001)
public class LostException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Book data;

    /** Tells which. */
    public LostException(String message, Book data) {
        super(message);
        this.data = data;
    }

    /** The book. */
    public Book data() {
        return data;
    }
}
