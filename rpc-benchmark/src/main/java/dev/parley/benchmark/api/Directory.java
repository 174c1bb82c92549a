package dev.parley.benchmark.api;

import dev.parley.annotation.RpcService;
import java.util.List;

/** The phone book that is measured, with default settings: its methods run on threads of their own. */
@RpcService
public interface Directory {
    /** Gives back the same text. */
    String echo(String text);

    /** The first people of a family, at most {@code limit}. */
    List<Person> search(String lastName, int limit);
}
