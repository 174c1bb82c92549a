package dev.parley.contract;

import dev.parley.codec.JsonValue;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The context of a thread that runs no handler. */
final class NoCall implements CallContext {
    static final NoCall INSTANCE = new NoCall();

    private NoCall() {}

    @Override
    public ConnectionContext connection() {
        return ConnectionContext.NONE;
    }

    @Override
    public String method() {
        return "";
    }

    @Override
    public @Nullable String metadata(String name) {
        return null;
    }

    @Override
    public Optional<Duration> timeLeft() {
        return Optional.empty();
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void onCancel(Runnable action) {
        // It never is.
    }

    @Override
    public @Nullable Principal principal() {
        return null;
    }

    @Override
    public void progress(JsonValue value) {
        // Nobody listens.
    }
}
