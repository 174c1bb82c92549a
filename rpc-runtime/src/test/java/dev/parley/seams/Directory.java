package dev.parley.seams;

import dev.parley.annotation.ParamStructure;
import dev.parley.annotation.RpcDefault;
import dev.parley.annotation.RpcMethod;
import dev.parley.annotation.RpcNonBlocking;
import dev.parley.annotation.RpcNotification;
import dev.parley.annotation.RpcService;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The service that the seams are proved with; the classes beside it are written as the generator writes them. */
@RpcService
interface Directory {
    @RpcNonBlocking
    String echo(String text);

    @RpcMethod(params = ParamStructure.BY_NAME)
    List<Person> search(@Nullable Integer number, @Nullable String lastName, @RpcDefault("10") int limit);

    Person find(int id) throws NoSuchPersonException;

    CompletableFuture<Integer> count();

    int sum(int... values);

    void rename(int id, String name);

    @RpcNotification
    void log(String line);
}
