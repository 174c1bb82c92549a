package com.example.shelf;

import com.example.shelf.model.Book;
import com.example.shelf.model.LostException;
import com.example.shelf.model.Note;
import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import java.time.LocalDate;
import java.util.List;

/** Calls itself, in memory and over a socket. */
public final class Main {
    private Main() {}

    /** Prints what came back. */
    public static void main(String[] args) throws Exception {
        Module module = Book.class.getModule();
        String models = Book.class.getPackageName();
        System.out.println("module " + module.getName() + ", exported " + module.isExported(models) + ", open "
                + module.isOpen(models, Peer.class.getModule()));
        for (String address : List.of("memory:shelf", "tcp://127.0.0.1:0")) {
            try (RpcServer server = RpcServer.builder()
                            .service(new ShelfSkeleton(new Wood()))
                            .listen(address)
                            .start();
                    Peer peer = Peer.connect(server.uri())) {
                call(address, new ShelfClient(peer));
            }
        }
    }

    private static void call(String address, Shelf shelf) throws LostException {
        Book emma = new Book("Emma", Book.Kind.NOVEL, LocalDate.of(1815, 12, 23), List.of());
        System.out.println(address + " gave " + shelf.swap(new Book("Emma II", Book.Kind.POEMS, null, List.of(emma))));
        Note note = new Note();
        note.setText("good");
        System.out.println(address + " noted " + shelf.annotate(note).getText());
        try {
            shelf.swap(emma);
        } catch (LostException e) {
            System.out.println(address + " lost " + e.data().title());
        }
    }

    private static final class Wood implements Shelf {
        @Override
        public Book swap(Book book) throws LostException {
            if (book.sequels().isEmpty()) {
                throw new LostException("no sequel", book);
            }
            return book.sequels().get(0);
        }

        @Override
        public Note annotate(Note note) {
            note.setText(note.getText() + "!");
            return note;
        }
    }
}
