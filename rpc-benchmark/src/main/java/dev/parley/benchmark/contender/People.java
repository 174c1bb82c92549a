package dev.parley.benchmark.contender;

import dev.parley.benchmark.api.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Who stands in the phone book. */
public final class People {
    /** The family that is searched for. */
    public static final String FAMILY = "Python";

    /** How many there are at most. */
    public static final int MOST = 1_000_000;

    private static final String[] FIRST_NAMES = {"Graham", "Terry", "Eric", "Michael", "John", "Connie", "Carol", "Neil"
    };
    private static final int FIRST_NUMBER = 5_550_000;

    private People() {}

    /** The person at a place, counted from 0. */
    static Person at(int index) {
        return new Person(FIRST_NAMES[index % FIRST_NAMES.length], FAMILY, index, FIRST_NUMBER + index);
    }

    /** The first so many. */
    public static List<Person> list(int size) {
        return IntStream.range(0, size).mapToObj(People::at).toList();
    }

    /** A book whose entries have a type of the contender's own. */
    static <T> Book<T> book(Function<Person, T> entry) {
        return new Book<>(entry);
    }

    /** Whether an answer has the right length, and the right person first and last. */
    static boolean isRight(List<Person> answer, int persons) {
        return answer.size() == persons
                && (persons == 0 || isRight(answer.get(0), 0) && isRight(answer.get(persons - 1), persons - 1));
    }

    private static boolean isRight(Person person, int index) {
        return isRight(index, person.firstName(), person.lastName(), person.id(), person.number());
    }

    /** Whether the members of an entry are those of the person at a place. */
    static boolean isRight(int index, String firstName, String lastName, int id, int number) {
        return id == index
                && number == FIRST_NUMBER + index
                && FAMILY.equals(lastName)
                && FIRST_NAMES[index % FIRST_NAMES.length].equals(firstName);
    }

    /** Grows to the largest search that was made; a search makes no entries after that. */
    static final class Book<T> {
        private final Function<Person, T> entry;
        private volatile List<T> entries = List.of();

        private Book(Function<Person, T> entry) {
            this.entry = entry;
        }

        List<T> search(String family, int limit) {
            if (!FAMILY.equals(family) || limit < 0 || limit > MOST) {
                throw new IllegalArgumentException("nobody is called " + family + ", or not " + limit);
            }
            List<T> known = entries;
            return limit <= known.size() ? known.subList(0, limit) : grow(limit);
        }

        private synchronized List<T> grow(int size) {
            List<T> grown = new ArrayList<>(entries);
            for (int i = grown.size(); i < size; i++) {
                grown.add(entry.apply(at(i)));
            }
            entries = List.copyOf(grown);
            return entries;
        }
    }
}
