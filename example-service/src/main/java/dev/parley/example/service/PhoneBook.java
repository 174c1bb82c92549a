package dev.parley.example.service;

import dev.parley.example.api.Directory;
import dev.parley.example.api.Person;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A phone book of two entries. What it is told to log goes to the error output, unless it is told where else. */
final class PhoneBook implements Directory {
    private static final List<Person> ENTRIES =
            List.of(new Person("Monty", "Python", 4, 1), new Person("Brian", "Python", 1979, 42));

    private final Consumer<String> notes;

    PhoneBook() {
        this(System.err::println);
    }

    PhoneBook(Consumer<String> notes) {
        this.notes = notes;
    }

    @Override
    public String echo(String text) {
        return text;
    }

    @Override
    public List<Person> search(@Nullable Integer number, @Nullable String lastName, @Nullable String firstName) {
        Stream<Person> found = ENTRIES.stream()
                .filter(person -> number == null || person.number() == number)
                .filter(person -> lastName == null || person.lastName().equals(lastName))
                .filter(person -> firstName == null || person.firstName().equals(firstName));
        return found.toList();
    }

    @Override
    public List<String> uname() {
        return List.of(
                property("os.name"), host(), property("os.version"), property("java.version"), property("os.arch"));
    }

    @Override
    public void log(String line) {
        notes.accept(line);
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
