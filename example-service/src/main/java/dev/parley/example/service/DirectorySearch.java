package dev.parley.example.service;

import dev.parley.example.api.Directory;
import dev.parley.example.api.DirectoryClient;
import dev.parley.example.api.Person;
import dev.parley.peer.Peer;
import java.io.IOException;

/** Searches a phone book that somebody serves. */
public final class DirectorySearch {
    private DirectorySearch() {}

    /** Prints everybody of one family. */
    public static void main(String[] args) throws IOException {
        try (Peer peer = Peer.connect(args.length > 0 ? args[0] : "tcp://127.0.0.1:4000")) {
            Directory directory = new DirectoryClient(peer);
            for (Person person : directory.search(null, "Python", null)) {
                System.out.println(person.firstName() + " has number " + person.number());
            }
        }
    }
}
