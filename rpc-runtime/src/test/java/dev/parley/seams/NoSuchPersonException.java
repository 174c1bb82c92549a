package dev.parley.seams;

import dev.parley.annotation.RpcError;

@RpcError(code = 1001)
class NoSuchPersonException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int data;

    NoSuchPersonException(String message, int data) {
        super(message);
        this.data = data;
    }

    int data() {
        return data;
    }
}
