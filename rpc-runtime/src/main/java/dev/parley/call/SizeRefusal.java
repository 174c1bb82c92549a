package dev.parley.call;

import dev.parley.codec.JsonValue;
import dev.parley.contract.RpcErrorException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a peer says when it refuses a message for its size: "the message is larger than the limit of 4194304 bytes". */
final class SizeRefusal {
    private static final Pattern LIMIT = Pattern.compile("\\blimit of (\\d{1,9}) bytes\\b");

    private SizeRefusal() {}

    /** The limit that a refusal names; 0 when it names none. */
    static int limit(RpcErrorException refusal) {
        if (!(refusal.data() instanceof JsonValue.JsonString text)) {
            return 0;
        }
        Matcher limit = LIMIT.matcher(text.value());
        return limit.find() ? Integer.parseInt(limit.group(1)) : 0;
    }
}
