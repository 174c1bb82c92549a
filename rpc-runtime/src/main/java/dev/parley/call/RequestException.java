package dev.parley.call;

/** A request that fails before its handler runs; told from whatever a handler itself may throw. */
final class RequestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    RequestException(Failure failure) {
        super(failure.message(), null, false, false);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
