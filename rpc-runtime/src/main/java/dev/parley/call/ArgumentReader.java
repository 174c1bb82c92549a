package dev.parley.call;

import dev.parley.codec.Codecs;
import dev.parley.codec.ElementsCodec;
import dev.parley.contract.Arguments;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.message.ValueKind;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of a call, by position or by name. What is wrong with them is a {@link ValueException} whose text
 * names the parameter.
 */
final class ArgumentReader {
    private static final System.Logger LOG = System.getLogger("dev.parley.call");

    private ArgumentReader() {}

    /**
     * Reads all arguments.
     *
     * @param in stands before the params
     */
    static Arguments read(MethodDescriptor<?> method, ValueKind kind, ValueReader in) {
        if (method.isUntyped()) {
            return Arguments.of(Codecs.JSON_VALUE.read(in));
        }
        @Nullable Object[] values = new Object[method.parameters().size()];
        if (kind == ValueKind.ARRAY) {
            int given = byPosition(method.parameters(), in, values);
            for (int i = given; i < values.length; i++) {
                values[i] = whenAbsent(method.parameters().get(i));
            }
        } else if (kind == ValueKind.OBJECT) {
            byName(method.parameters(), in, values, 0);
        } else {
            throw new ValueException("", "params: expected an array or an object, found " + kind.inWords());
        }
        return Arguments.of(values);
    }

    /** The arguments of a call without params. */
    static Arguments absent(MethodDescriptor<?> method) {
        List<Parameter<?>> parameters = method.parameters();
        if (parameters.isEmpty()) {
            return Arguments.NONE;
        }
        @Nullable Object[] values = new Object[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = whenAbsent(parameters.get(i));
        }
        return Arguments.of(values);
    }

    /**
     * Reads the arguments of a call that has some by position and others by name.
     *
     * @param positions the array; null when there is none
     * @param names the object, opened when the array was read
     */
    static Arguments readBoth(
            MethodDescriptor<?> method, @Nullable ValueReader positions, Supplier<ValueReader> names) {
        @Nullable Object[] values = new Object[method.parameters().size()];
        int given = positions == null ? 0 : byPosition(method.parameters(), positions, values);
        byName(method.parameters(), names.get(), values, given);
        return Arguments.of(values);
    }

    /** Returns how many there were; a rest parameter counts as given. */
    private static int byPosition(List<Parameter<?>> parameters, ValueReader in, @Nullable Object[] values) {
        in.beginArray();
        for (int i = 0; i < values.length; i++) {
            Parameter<?> parameter = parameters.get(i);
            if (parameter.isRest()) {
                values[i] = readRest(parameter, in);
                return values.length;
            }
            if (!in.nextElement()) {
                return i;
            }
            values[i] = readOne(parameter, in);
        }
        if (in.nextElement()) {
            throw new ValueException(
                    "",
                    "too many arguments: there "
                            + (values.length == 1 ? "is 1 parameter" : "are " + values.length + " parameters"));
        }
        return values.length;
    }

    private static void byName(
            List<Parameter<?>> parameters, ValueReader in, @Nullable Object[] values, int givenByPosition) {
        boolean[] given = new boolean[values.length];
        Arrays.fill(given, 0, givenByPosition, true);
        in.beginObject();
        for (String name; (name = in.nextMember()) != null; ) {
            int index = indexOf(parameters, name);
            if (given[index]) {
                throw new ValueException("", name + " is given twice");
            }
            values[index] = readOne(parameters.get(index), in);
            given[index] = true;
        }
        for (int i = 0; i < values.length; i++) {
            if (!given[i]) {
                values[i] = whenAbsent(parameters.get(i));
            }
        }
    }

    private static int indexOf(List<Parameter<?>> parameters, String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new ValueException("", "there is no parameter \"" + ValueException.cut(name) + "\"");
    }

    private static @Nullable Object readOne(Parameter<?> parameter, ValueReader in) {
        if (parameter.nullMeansAbsent() && in.readNull()) {
            return parameter.whenAbsent();
        }
        try {
            return parameter.codec().read(in);
        } catch (ValueException e) {
            throw named(parameter, e);
        } catch (RuntimeException e) {
            throw refused(parameter, e);
        }
    }

    private static @Nullable Object readRest(Parameter<?> parameter, ValueReader in) {
        try {
            return ((ElementsCodec<?>) parameter.codec()).readElements(in);
        } catch (ValueException e) {
            throw new ValueException("", parameter.name() + ": " + e.problem());
        } catch (RuntimeException e) {
            throw refused(parameter, e);
        }
    }

    /** A constructor of the user's that checks its arguments; what it says of them is its own and not for the peer. */
    private static ValueException refused(Parameter<?> parameter, RuntimeException e) {
        LOG.log(Level.DEBUG, () -> "the type of parameter " + parameter.name() + " refused a value", e);
        return new ValueException("", parameter.name() + ": its type refuses this value");
    }

    /** The reader counts from the params, where the parameter is the first step; people know it by name. */
    private static ValueException named(Parameter<?> parameter, ValueException e) {
        int second = e.pointer().indexOf('/', 1);
        String inside = second < 0 ? "" : e.pointer().substring(second);
        return new ValueException("", parameter.name() + inside + ": " + e.problem());
    }

    private static @Nullable Object whenAbsent(Parameter<?> parameter) {
        if (parameter.isRequired()) {
            throw new ValueException("", parameter.name() + " is missing");
        }
        return parameter.whenAbsent();
    }
}
