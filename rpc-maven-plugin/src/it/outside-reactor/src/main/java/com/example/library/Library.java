package com.example.library;

import dev.parley.annotation.RpcNotification;
import dev.parley.annotation.RpcService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lends books. */
@RpcService
public interface Library {
    /**
     * Finds books.
     *
     * @param title a part of the title
     * @param limit how many at most; all when null
     */
    List<Book> find(String title, @Nullable Integer limit);

    /** Takes a book back. */
    @RpcNotification
    void giveBack(Book book);
}
