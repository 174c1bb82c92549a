package dev.parley.call;

import dev.parley.codec.Codec;
import dev.parley.contract.MethodDescriptor;
import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.message.Envelope.Member;
import dev.parley.serializer.Members;
import dev.parley.serializer.ValueWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes responses in the shape of a dialect. The id comes before the result, so that a peer can read the result as
 * what it is while it arrives.
 */
final class ResponseWriter {
    private static final Members ERROR_MEMBERS = Members.of("code", "message", "data");
    private static final int CODE = 0;
    private static final int MESSAGE = 1;
    private static final int DATA = 2;

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
        Members names = begin(out, dialect);
        RequestId.write(out, frame, idFrom, idTo);
        out.member(names, Member.RESULT.ordinal());
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
            out.member(names, Member.ERROR.ordinal());
            out.writeNull();
        }
        out.endObject();
    }

    /** Writes a failure. */
    static void error(ValueWriter out, Dialect dialect, RequestId id, Failure failure) {
        Members names = begin(out, dialect);
        id.write(out);
        if (dialect.bothOutcomes()) {
            out.member(names, Member.RESULT.ordinal());
            out.writeNull();
        }
        out.member(names, Member.ERROR.ordinal());
        if (dialect.errorShape() == Dialect.ErrorShape.TEXT) {
            out.writeString(failure.asText());
        } else {
            out.beginObject();
            out.member(ERROR_MEMBERS, CODE);
            out.writeInt(dialect.wireCode(failure.code()));
            out.member(ERROR_MEMBERS, MESSAGE);
            out.writeString(failure.message());
            if (failure.data() != null) {
                out.member(ERROR_MEMBERS, DATA);
                failure.data().write(out);
            }
            out.endObject();
        }
        out.endObject();
    }

    private static Members begin(ValueWriter out, Dialect dialect) {
        Members names = Members.of(dialect);
        out.beginObject();
        if (dialect.versionMember()) {
            out.member(names, Member.VERSION.ordinal());
            out.writeString("2.0");
        }
        out.member(names, Member.ID.ordinal());
        return names;
    }
}
