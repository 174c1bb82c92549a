package dev.parley.benchmark.load;

import dev.parley.benchmark.contender.Client;

/** One call, made over and over. */
sealed interface Question {
    /** Asks, waits, and says whether the answer was right. */
    boolean ask(Client client) throws Exception;

    /** Asks and does not wait. */
    void ask(Client client, Client.Outcome outcome);

    /** Wants its text back. */
    record Echo(String text) implements Question {
        @Override
        public boolean ask(Client client) throws Exception {
            return client.echo(text);
        }

        @Override
        public void ask(Client client, Client.Outcome outcome) {
            client.echo(text, outcome);
        }
    }

    /** Wants so many persons. */
    record Search(int persons) implements Question {
        @Override
        public boolean ask(Client client) throws Exception {
            return client.search(persons);
        }

        @Override
        public void ask(Client client, Client.Outcome outcome) {
            client.search(persons, outcome);
        }
    }
}
