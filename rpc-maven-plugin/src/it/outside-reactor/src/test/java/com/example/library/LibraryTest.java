package com.example.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class LibraryTest {
    private final List<Book> shelf = new CopyOnWriteArrayList<>(List.of(new Book("Emma", 1815)));

    @Test
    void callsThroughTheGeneratedClientAndSkeleton() throws Exception {
        Library library = new Library() {
            @Override
            public List<Book> find(String title, Integer limit) {
                return shelf.stream()
                        .filter(book -> book.title().contains(title))
                        .limit(limit == null ? Long.MAX_VALUE : limit)
                        .toList();
            }

            @Override
            public void giveBack(Book book) {
                shelf.add(book);
            }
        };
        try (RpcServer server = RpcServer.builder()
                        .service(new LibrarySkeleton(library))
                        .listen("memory:library")
                        .start();
                Peer peer = Peer.connect(server.uri())) {
            LibraryClient client = new LibraryClient(peer);
            client.giveBack(new Book("Persuasion", 1817));

            assertEquals(List.of(new Book("Emma", 1815), new Book("Persuasion", 1817)), client.find("", null));
            assertEquals(1, client.find("", 1).size());
            assertEquals(List.of(), client.async().find("Ulysses", null).get());
        }
    }

    @Test
    void theDescriptionIsAmongTheClasses() {
        assertNotNull(Library.class.getResource("/META-INF/rpc/com.example.library.Library.json"));
    }
}
