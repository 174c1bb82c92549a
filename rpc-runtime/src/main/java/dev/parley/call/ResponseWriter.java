package dev.parley.call;

import dev.parley.codec.Codec;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Unwritable;
import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes responses in the shape of a dialect. The id comes before the result, so that a peer can read the result as
 * what it is while it arrives.
 */
final class ResponseWriter {
    private static final Members MEMBERS = Members.of("jsonrpc", "id", "result", "error", "code", "message", "data");
    private static final int JSONRPC = 0;
    private static final int ID = 1;
    private static final int RESULT = 2;
    private static final int ERROR = 3;
    private static final int CODE = 4;
    private static final int MESSAGE = 5;
    private static final int DATA = 6;

    private ResponseWriter() {}

    /** Writes a success; the id is a range of the request's frame, as it came. */
    static <R extends @Nullable Object> void result(
            ValueWriter out,
            Dialect dialect,
            Frame frame,
            int idFrom,
            int idTo,
            MethodDescriptor<R> method,
            @Nullable Object result) {
        begin(out, dialect);
        RequestId.write(out, frame, idFrom, idTo);
        out.member(MEMBERS, RESULT);
        if (method.isVoid() && dialect.voidResult() == Dialect.VoidResult.EMPTY_OBJECT) {
            out.beginObject();
            out.endObject();
        } else {
            @SuppressWarnings("unchecked") // Skeleton and descriptor come from one model.
            R typed = (R) result;
            Codec<R> codec = method.result();
            try {
                codec.write(out, typed);
            } catch (NullPointerException | IllegalArgumentException wrong) {
                throw Unwritable.of(method.name(), "the result", result, wrong);
            }
        }
        if (dialect.bothOutcomes()) {
            out.member(MEMBERS, ERROR);
            out.writeNull();
        }
        out.endObject();
    }

    /** Writes a failure. */
    static void error(ValueWriter out, Dialect dialect, RequestId id, Failure failure) {
        begin(out, dialect);
        id.write(out);
        if (dialect.bothOutcomes()) {
            out.member(MEMBERS, RESULT);
            out.writeNull();
        }
        out.member(MEMBERS, ERROR);
        if (dialect.errorShape() == Dialect.ErrorShape.TEXT) {
            out.writeString(failure.asText());
        } else {
            out.beginObject();
            out.member(MEMBERS, CODE);
            out.writeInt(failure.code());
            out.member(MEMBERS, MESSAGE);
            out.writeString(failure.message());
            if (failure.data() != null) {
                out.member(MEMBERS, DATA);
                failure.data().write(out);
            }
            out.endObject();
        }
        out.endObject();
    }

    private static void begin(ValueWriter out, Dialect dialect) {
        out.beginObject();
        if (dialect.versionMember()) {
            out.member(MEMBERS, JSONRPC);
            out.writeString("2.0");
        }
        out.member(MEMBERS, ID);
    }
}
