package dev.parley.codegen.compare;

import java.util.Locale;
import java.util.Optional;

/**
 * A kind of difference. Its key never changes, and its page in the documentation is named by it.
 *
 * <p>The judgement is that of a client that was built for the old description and meets the new service. Names that start
 * with {@code PARAMETER} are about values that the service takes, with {@code RESULT} about values that it gives; a type
 * that is used both ways is judged both ways.
 */
public enum Rule {
    SERVICE_REMOVED(Level.WIRE, "Keep it, deprecated, until its last client is gone."),
    PREFIX_CHANGED(Level.WIRE, "Keep the old prefix in @RpcService, or serve the old interface beside the new one."),
    METHOD_REMOVED(Level.WIRE, "Keep it, deprecated, until its last caller is gone."),
    METHOD_RENAMED(Level.WIRE, "Keep the name on the wire with @RpcMethod(\"…\"), or keep the old method, deprecated."),
    KIND_CHANGED(Level.WIRE, "Add a method of the new kind under another name."),
    PARAMETER_STRUCTURE_NARROWED(Level.WIRE, "Go on taking parameters both by name and by position."),
    REQUIRED_PARAMETER_ADDED(
            Level.WIRE, "Give it a default with @RpcDefault, make it @Nullable, or add another method."),
    PARAMETER_REMOVED(Level.WIRE, "Keep it and ignore it, or add another method."),
    PARAMETER_RENAMED(Level.WIRE, "Keep the name on the wire with @RpcParam(\"…\")."),
    PARAMETER_MOVED(Level.WIRE, "Keep the order, and put new parameters last."),
    PARAMETER_BECAME_REQUIRED(Level.WIRE, "Let it be absent, and choose what that means."),
    REST_CHANGED(Level.WIRE, "Add another method."),
    PARAMETER_TYPE_NARROWED(Level.WIRE, "Go on taking what was taken, or add another method or member."),
    PARAMETER_NULL_REFUSED(Level.WIRE, "Go on taking null."),
    PARAMETER_VALUE_REMOVED(Level.WIRE, "Keep the value, and treat it like another one."),
    PARAMETER_CASE_REMOVED(Level.WIRE, "Keep the alternative."),
    PARAMETER_LIMIT_TIGHTENED(Level.WIRE, "Keep the limits, or add another method or member."),
    PARAMETER_MEMBER_REQUIRED(Level.WIRE, "Let it be absent, and choose what that means."),
    PARAMETER_MEMBER_RENAMED(Level.WIRE, "Keep the name on the wire with @JsonProperty(\"…\")."),
    PARAMETER_MEMBERS_REFUSED(Level.WIRE, "Allow additional members."),
    RESULT_TYPE_WIDENED(Level.WIRE, "Keep the type, and give what it can't say in another member or method."),
    RESULT_NULL_ADDED(Level.WIRE, "Give a value in any case, or add another member or method."),
    RESULT_VALUE_ADDED(Level.WIRE, "Give the new value in another member or method only."),
    RESULT_CASE_ADDED(Level.WIRE, "Give the new alternative by another member or method only."),
    RESULT_MEMBER_REMOVED(Level.WIRE, "Go on giving it."),
    RESULT_MEMBER_RENAMED(Level.WIRE, "Keep the name on the wire with @JsonProperty(\"…\")."),
    RESULT_MEMBER_OPTIONAL(Level.WIRE, "Give it in any case."),
    RESULT_MEMBERS_UNEXPECTED(Level.WIRE, "Give new members by another type or method only."),

    SERVICE_RENAMED(Level.SOURCE, "Keep the interface's name and package."),
    TYPE_RENAMED(Level.SOURCE, "Keep the type's name."),
    OPTIONAL_PARAMETER_ADDED(
            Level.SOURCE, "Add an overload under another name on the wire, or let callers compile again."),
    ARGUMENT_MOVED(Level.SOURCE, "Keep the order."),
    PARAMETER_TYPE_WIDENED(Level.SOURCE, "Keep the type, and take more by another method or member."),
    PARAMETER_MEMBER_ADDED(Level.SOURCE, "Keep a constructor with the old members, or let callers compile again."),
    PARAMETER_MEMBER_REMOVED(Level.SOURCE, "Keep it and ignore it."),
    MEMBER_ORDER_CHANGED(Level.SOURCE, "Keep the order, and put new members last."),
    RESULT_TYPE_NARROWED(Level.SOURCE, "Keep the type."),
    RESULT_VALUE_REMOVED(Level.SOURCE, "Keep the value, deprecated, though it is never given."),
    RESULT_CASE_REMOVED(Level.SOURCE, "Keep the alternative, deprecated, though it is never given."),
    RESULT_OPTIONAL_MEMBER_REMOVED(Level.SOURCE, "Keep it, deprecated, though it is never given."),

    DEFAULT_CHANGED(Level.BEHAVIOUR, "Keep the default, and let callers say when they want something else."),
    ERROR_REMOVED(Level.BEHAVIOUR, "Go on answering with it where it was the answer."),
    ERROR_CODE_CHANGED(Level.BEHAVIOUR, "Keep the code."),
    IDEMPOTENCY_WITHDRAWN(Level.BEHAVIOUR, "Keep the promise, or add another method without it."),
    RESULT_LIMIT_RELAXED(Level.BEHAVIOUR, "Keep within the limits that were promised."),
    SECRET_WITHDRAWN(Level.BEHAVIOUR, "Keep it secret."),
    SERVER_REMOVED(Level.BEHAVIOUR, "Keep the address alive until its last client is gone."),

    SERVICE_ADDED,
    METHOD_ADDED,
    DEPRECATED,
    PARAMETER_RELAXED,
    RESULT_MEMBER_ADDED,
    RESULT_TIGHTENED,
    ERROR_ADDED,
    IDEMPOTENCY_PROMISED,
    SERVER_ADDED;

    private final Optional<Level> level;
    private final String wayOut;

    Rule(Level level, String wayOut) {
        this.level = Optional.of(level);
        this.wayOut = wayOut;
    }

    Rule() {
        this.level = Optional.empty();
        this.wayOut = "";
    }

    /** The rule of a key; empty when there is none. */
    public static Optional<Rule> of(String key) {
        for (Rule rule : values()) {
            if (rule.key().equals(key)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** Its stable name: {@code method-removed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What such a difference breaks; empty for one that breaks nothing. */
    public Optional<Level> breaks() {
        return level;
    }

    /** How to stay compatible: a sentence; empty when nothing breaks. */
    public String wayOut() {
        return wayOut;
    }
}
