package dev.parley.message;

import dev.parley.message.Envelope.Member;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what a dialect says; each method sets the component of its name. What is not set is as in 2.0. */
public final class DialectBuilder {
    static final Map<Member, String> USUAL = usual();

    final String name;
    final Map<Member, String> members;
    final Map<Dialect.Reference, String> referenceMembers = new EnumMap<>(Dialect.Reference.class);
    final Map<Integer, Integer> codes = new HashMap<>();
    boolean versionMember = true;
    boolean bothOutcomes;
    Dialect.ErrorShape errorShape = Dialect.ErrorShape.OBJECT;
    Dialect.NotificationMark notificationMark = Dialect.NotificationMark.NO_ID;
    Dialect.VoidResult voidResult = Dialect.VoidResult.NULL;
    boolean nullResults = true;
    Dialect.ParamsShape paramsShape = Dialect.ParamsShape.ANY;
    Dialect.Batches batches = Dialect.Batches.ONE_ANSWER;
    boolean strictOrder;
    Dialect.Reaction unreadable = Dialect.Reaction.ANSWER;
    Dialect.Reaction invalid = Dialect.Reaction.ANSWER;

    @Nullable
    String framing;

    @Nullable
    String cancelMethod;

    @Nullable
    String progressMethod;

    DialectBuilder(String name) {
        this.name = name;
        this.members = new EnumMap<>(USUAL);
    }

    DialectBuilder(String name, Dialect from) {
        this.name = name;
        members = new EnumMap<>(from.members);
        referenceMembers.putAll(from.referenceMembers);
        codes.putAll(from.codes);
        versionMember = from.versionMember();
        bothOutcomes = from.bothOutcomes();
        errorShape = from.errorShape();
        notificationMark = from.notificationMark();
        voidResult = from.voidResult();
        nullResults = from.nullResults();
        paramsShape = from.paramsShape();
        batches = from.batches();
        strictOrder = from.strictOrder();
        unreadable = from.unreadable();
        invalid = from.invalid();
        framing = from.framing();
        cancelMethod = from.cancelMethod();
        progressMethod = from.progressMethod();
    }

    private static Map<Member, String> usual() {
        Map<Member, String> names = new EnumMap<>(Member.class);
        names.put(Member.VERSION, "jsonrpc");
        names.put(Member.ID, "id");
        names.put(Member.METHOD, "method");
        names.put(Member.PARAMS, "params");
        names.put(Member.RESULT, "result");
        names.put(Member.ERROR, "error");
        names.put(Member.OTHER_VERSION, "version");
        return names;
    }

    /**
     * Sets what a member is called.
     *
     * @throws IllegalArgumentException when another member has the name
     */
    public DialectBuilder memberName(Member member, String newName) {
        members.forEach((other, taken) -> {
            if (other != member && taken.equals(newName)) {
                throw new IllegalArgumentException(
                        "the members " + other + " and " + member + " cannot both be called \"" + newName + "\"");
            }
        });
        members.put(member, Objects.requireNonNull(newName));
        return this;
    }

    /** See {@link Dialect#versionMember()}. */
    public DialectBuilder versionMember(boolean required) {
        versionMember = required;
        return this;
    }

    /** See {@link Dialect#bothOutcomes()}. */
    public DialectBuilder bothOutcomes(boolean both) {
        bothOutcomes = both;
        return this;
    }

    /** See {@link Dialect#errorShape()}. */
    public DialectBuilder errorShape(Dialect.ErrorShape shape) {
        errorShape = shape;
        return this;
    }

    /** See {@link Dialect#notificationMark()}. */
    public DialectBuilder notificationMark(Dialect.NotificationMark mark) {
        notificationMark = mark;
        return this;
    }

    /** See {@link Dialect#voidResult()}. */
    public DialectBuilder voidResult(Dialect.VoidResult result) {
        voidResult = result;
        return this;
    }

    /** See {@link Dialect#nullResults()}. */
    public DialectBuilder nullResults(boolean allowed) {
        nullResults = allowed;
        return this;
    }

    /** See {@link Dialect#paramsShape()}. */
    public DialectBuilder paramsShape(Dialect.ParamsShape shape) {
        paramsShape = shape;
        return this;
    }

    /** See {@link Dialect#batches()}. */
    public DialectBuilder batches(Dialect.Batches kind) {
        batches = kind;
        return this;
    }

    /** See {@link Dialect#strictOrder()}. */
    public DialectBuilder strictOrder(boolean strict) {
        strictOrder = strict;
        return this;
    }

    /** See {@link Dialect#unreadable()}. */
    public DialectBuilder unreadable(Dialect.Reaction reaction) {
        unreadable = reaction;
        return this;
    }

    /** See {@link Dialect#invalid()}. */
    public DialectBuilder invalid(Dialect.Reaction reaction) {
        invalid = reaction;
        return this;
    }

    /** See {@link Dialect#framing()}. */
    public DialectBuilder framing(@Nullable String framingName) {
        framing = framingName;
        return this;
    }

    /** See {@link Dialect#cancelMethod()}. */
    public DialectBuilder cancelMethod(@Nullable String method) {
        cancelMethod = method;
        return this;
    }

    /** See {@link Dialect#progressMethod()}. */
    public DialectBuilder progressMethod(@Nullable String method) {
        progressMethod = method;
        return this;
    }

    /** See {@link Dialect#referenceMember}. */
    public DialectBuilder referenceMember(Dialect.Reference reference, String member) {
        referenceMembers.put(reference, Objects.requireNonNull(member));
        return this;
    }

    /**
     * Sets the code that stands for one of ours.
     *
     * @throws IllegalArgumentException when it stands for another of ours already
     */
    public DialectBuilder wireCode(int code, int wireCode) {
        codes.forEach((other, taken) -> {
            if (other != code && taken == wireCode) {
                throw new IllegalArgumentException(
                        "the codes " + other + " and " + code + " cannot both be " + wireCode);
            }
        });
        codes.put(code, wireCode);
        return this;
    }

    /** The dialect. */
    public Dialect build() {
        return new Dialect(this);
    }
}
