package dev.parley.benchmark.api;

import dev.parley.annotation.RpcNonBlocking;
import dev.parley.annotation.RpcService;
import java.util.List;

/** The same phone book, whose methods never wait and so may run on the thread that reads. */
@RpcService
@RpcNonBlocking
public interface NonBlockingDirectory {
    /** Gives back the same text. */
    String echo(String text);

    /** The first people of a family, at most {@code limit}. */
    List<Person> search(String lastName, int limit);
}
