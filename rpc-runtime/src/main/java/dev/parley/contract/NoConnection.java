package dev.parley.contract;

import java.util.Map;

final class NoConnection implements ConnectionContext {
    @Override
    public String transport() {
        return "none";
    }

    @Override
    public String remote() {
        return "none";
    }

    @Override
    public Map<String, String> attributes() {
        return Map.of();
    }
}
