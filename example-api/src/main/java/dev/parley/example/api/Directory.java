package dev.parley.example.api;

import dev.parley.annotation.ParamStructure;
import dev.parley.annotation.RpcMethod;
import dev.parley.annotation.RpcNotification;
import dev.parley.annotation.RpcParam;
import dev.parley.annotation.RpcService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A phone book, and a little about the machine that it lies on. */
@RpcService
public interface Directory {
    /**
     * Gives back what it is given, to see whether anybody is there.
     *
     * @param text any text
     * @return the same text
     */
    String echo(String text);

    /**
     * Finds the people whom every given criterion fits. What is null is no criterion: a search without any finds
     * everybody.
     *
     * @param number the telephone number
     * @param lastName the family name, in full
     * @param firstName the given name, in full
     * @return who was found, in the order of their ids; nobody is an empty list
     */
    @RpcMethod(params = ParamStructure.BY_NAME)
    List<Person> search(
            @Nullable Integer number,
            @RpcParam("last_name") @Nullable String lastName,
            @RpcParam("first_name") @Nullable String firstName);

    /**
     * Describes the machine of the server.
     *
     * @return five texts: the operating system, the machine's name, the system's release and version, and the kind of
     *     hardware
     */
    List<String> uname();

    /**
     * Leaves a line in the server's log.
     *
     * @param line the line, without an end mark
     */
    @RpcNotification
    void log(String line);
}
