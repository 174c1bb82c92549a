// Written by Parley from Directory; changes are lost at the next build.
package phone;

import dev.parley.codec.Codecs;
import dev.parley.contract.ErrorType;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.ServiceDescriptor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes over the wire for {@link Directory}. */
final class DirectoryMethods {
    static final MethodDescriptor<String> ECHO = MethodDescriptor.call("echo", Codecs.STRING)
            .parameter(Parameter.required("text", Codecs.STRING))
            .nonBlocking()
            .build();

    static final MethodDescriptor<List<Person>> SEARCH =
            MethodDescriptor.call("search", Codecs.list(PersonCodec.INSTANCE))
                    .parameter(Parameter.nullable("number", Codecs.INT))
                    .parameter(Parameter.nullable("lastName", Codecs.STRING))
                    .parameter(Parameter.withDefault("limit", Codecs.INT, () -> 10))
                    .byName()
                    .build();

    static final MethodDescriptor<Person> FIND = MethodDescriptor.call("find", PersonCodec.INSTANCE)
            .parameter(Parameter.required("id", Codecs.INT))
            .error(new ErrorType<>(
                    1001, NoSuchPersonException.class, Codecs.INT, NoSuchPersonException::data,
                    NoSuchPersonException::new))
            .build();

    static final MethodDescriptor<Integer> COUNT = MethodDescriptor.call("count", Codecs.INT)
            .build();

    static final MethodDescriptor<Integer> SUM = MethodDescriptor.call("sum", Codecs.INT)
            .parameter(Parameter.rest("values", Codecs.INT_ARRAY))
            .build();

    static final MethodDescriptor<@Nullable Void> RENAME = MethodDescriptor.call("rename")
            .parameter(Parameter.required("id", Codecs.INT))
            .parameter(Parameter.required("name", Codecs.STRING))
            .build();

    static final MethodDescriptor<Optional<Person>> FIRST =
            MethodDescriptor.call("first", Codecs.optional(PersonCodec.INSTANCE))
                    .parameter(Parameter.optional("name", Codecs.STRING))
                    .build();

    static final MethodDescriptor<@Nullable Void> LOG = MethodDescriptor.notification("log")
            .parameter(Parameter.required("line", Codecs.STRING))
            .build();

    static final ServiceDescriptor SERVICE = new ServiceDescriptor(
            "Directory",
            List.of(ECHO, SEARCH, FIND, COUNT, SUM, RENAME, FIRST, LOG),
            false,
            () -> DirectoryMethods.class.getResourceAsStream("/META-INF/rpc/phone.Directory.json"));

    private DirectoryMethods() {}
}
