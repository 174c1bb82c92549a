package com.example.shelf;

import com.example.shelf.model.Book;
import com.example.shelf.model.LostException;
import com.example.shelf.model.Note;
import dev.parley.annotation.RpcService;

/** Holds books. */
@RpcService
public interface Shelf {
    /** Swaps one. */
    Book swap(Book book) throws LostException;

    /** Annotates one. */
    Note annotate(Note note);
}
