package dev.parley.seams;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

class PhoneBook implements Directory {
    static final Person BRIAN = new Person(1979, "Brian", "Python");
    static final Person MONTY = new Person(4, "Monty", "Python");

    final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    public String echo(String text) {
        return text;
    }

    @Override
    public List<Person> search(@Nullable Integer number, @Nullable String lastName, int limit) {
        return Stream.of(BRIAN, MONTY)
                .filter(person -> number == null || person.id() == number)
                .filter(person -> lastName == null || lastName.equals(person.lastName()))
                .limit(limit)
                .toList();
    }

    @Override
    public Person find(int id) throws NoSuchPersonException {
        return search(id, null, 1).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchPersonException("nobody has the id " + id, id));
    }

    @Override
    public CompletableFuture<Integer> count() {
        return CompletableFuture.completedFuture(2);
    }

    @Override
    public int sum(int... values) {
        return IntStream.of(values).sum();
    }

    @Override
    public void rename(int id, String name) {
        throw new IllegalStateException("the book is printed");
    }

    @Override
    public void log(String line) {
        lines.add(line);
    }
}
