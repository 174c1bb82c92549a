package dev.parley.message;

/** Tells what messages are, by the rules of their dialect. */
final class Classification {
    private Classification() {}

    static MessageKind of(Envelope message, Dialect dialect) {
        if (!message.isObject() || message.hasDuplicate()) {
            return MessageKind.INVALID;
        }
        if (dialect.versionMember() && message.version() != Envelope.Version.V2_0) {
            return MessageKind.INVALID;
        }
        return message.method().isPresent() ? request(message, dialect) : response(message);
    }

    private static MessageKind request(Envelope message, Dialect dialect) {
        if (message.method().kind() != ValueKind.STRING || !accepts(dialect.paramsShape(), message)) {
            return MessageKind.INVALID;
        }
        ValueKind id = message.id().kind();
        return switch (dialect.notificationMark()) {
            case NO_ID -> id == ValueKind.ABSENT ? MessageKind.NOTIFICATION : callIf(isScalarId(id));
            case NULL_ID -> id == ValueKind.NULL ? MessageKind.NOTIFICATION : callIf(id != ValueKind.ABSENT);
            case NO_OR_NULL_ID -> message.id().isNotNull() ? MessageKind.CALL : MessageKind.NOTIFICATION;
            case NONE -> MessageKind.CALL;
        };
    }

    private static MessageKind callIf(boolean valid) {
        return valid ? MessageKind.CALL : MessageKind.INVALID;
    }

    private static boolean isScalarId(ValueKind id) {
        return id == ValueKind.STRING || id == ValueKind.NUMBER || id == ValueKind.NULL;
    }

    private static boolean accepts(Dialect.ParamsShape shape, Envelope message) {
        ValueKind params = message.params().kind();
        if (message.keywords().isPresent()) {
            return message.keywords().kind() == ValueKind.OBJECT
                    && (params == ValueKind.ARRAY || params == ValueKind.ABSENT);
        }
        return switch (shape) {
            case ANY -> params == ValueKind.ARRAY || params == ValueKind.OBJECT || params == ValueKind.ABSENT;
            case POSITIONAL -> params == ValueKind.ARRAY;
            // Go answers a call with odd params like any other failed call, so the dispatcher has to refuse them.
            case SINGLE -> true;
        };
    }

    private static MessageKind response(Envelope message) {
        if (!message.id().isPresent()) {
            return MessageKind.INVALID;
        }
        boolean result = message.result().isPresent();
        boolean error = message.error().isPresent();
        if (message.result().isNotNull() && message.error().isNotNull() || !result && !error) {
            return MessageKind.INVALID;
        }
        if (error && message.error().isNotNull()) {
            return MessageKind.ERROR;
        }
        // 2.0 has one of them, 1.0 has both and one is null; either way of saying it is clear enough.
        return result ? MessageKind.RESULT : MessageKind.INVALID;
    }
}
