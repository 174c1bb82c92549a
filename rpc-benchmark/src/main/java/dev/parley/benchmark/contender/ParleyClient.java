package dev.parley.benchmark.contender;

import dev.parley.benchmark.api.Directory;
import dev.parley.benchmark.api.DirectoryClient;
import dev.parley.peer.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The generated client on one peer. It is the same for both services: who serves decides on which thread. */
final class ParleyClient implements Client {
    private final Peer peer;
    private final DirectoryClient directory;
    private final Directory waiting;
    private final DirectoryClient.Async async;

    ParleyClient(Peer peer) {
        this.peer = peer;
        this.directory = new DirectoryClient(peer);
        this.waiting = directory;
        this.async = directory.async();
    }

    @Override
    public boolean echo(String text) {
        return waiting.echo(text).equals(text);
    }

    @Override
    public boolean search(int persons) {
        return People.isRight(waiting.search(People.FAMILY, persons), persons);
    }

    @Override
    public void echo(String text, Outcome outcome) {
        async.echo(text).whenComplete((answer, error) -> outcome.ended(error == null && answer.equals(text)));
    }

    @Override
    public void search(int persons, Outcome outcome) {
        async.search(People.FAMILY, persons)
                .whenComplete((answer, error) -> outcome.ended(error == null && People.isRight(answer, persons)));
    }

    @Override
    public boolean batch(List<String> texts) {
        DirectoryClient.Batch batch = directory.batch();
        List<CompletableFuture<String>> answers = new ArrayList<>(texts.size());
        for (String text : texts) {
            answers.add(batch.echo(text));
        }
        batch.send().join();
        for (int i = 0; i < answers.size(); i++) {
            if (!answers.get(i).join().equals(texts.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        peer.close();
    }
}
