package dev.parley.benchmark.contender;

import dev.parley.benchmark.api.Person;
import dev.parley.benchmark.grpc.EchoReply;
import dev.parley.benchmark.grpc.EchoRequest;
import dev.parley.benchmark.grpc.Entry;
import dev.parley.benchmark.grpc.PhoneBookGrpc;
import dev.parley.benchmark.grpc.SearchReply;
import dev.parley.benchmark.grpc.SearchRequest;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** gRPC-java with generated stubs, on its default executors or directly on the event loops of both sides. */
final class Grpc implements Contender {
    private final boolean direct;

    Grpc(boolean direct) {
        this.direct = direct;
    }

    @Override
    public int serve() throws IOException {
        NettyServerBuilder builder = NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new Book());
        Server server = (direct ? builder.directExecutor() : builder).build().start();
        return server.getPort();
    }

    @Override
    public Client connect(int port) {
        NettyChannelBuilder builder =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext();
        return new GrpcClient((direct ? builder.directExecutor() : builder).build());
    }

    private static final class Book extends PhoneBookGrpc.PhoneBookImplBase {
        private final People.Book<Entry> entries = People.book(Book::entry);

        private static Entry entry(Person person) {
            return Entry.newBuilder()
                    .setFirstName(person.firstName())
                    .setLastName(person.lastName())
                    .setId(person.id())
                    .setNumber(person.number())
                    .build();
        }

        @Override
        public void echo(EchoRequest request, StreamObserver<EchoReply> reply) {
            reply.onNext(EchoReply.newBuilder().setText(request.getText()).build());
            reply.onCompleted();
        }

        @Override
        public void search(SearchRequest request, StreamObserver<SearchReply> reply) {
            reply.onNext(SearchReply.newBuilder()
                    .addAllEntries(entries.search(request.getLastName(), request.getLimit()))
                    .build());
            reply.onCompleted();
        }
    }

    /** One channel, which is one connection. */
    private static final class GrpcClient implements Client {
        private final ManagedChannel channel;
        private final PhoneBookGrpc.PhoneBookBlockingStub waiting;
        private final PhoneBookGrpc.PhoneBookStub async;

        GrpcClient(ManagedChannel channel) {
            this.channel = channel;
            this.waiting = PhoneBookGrpc.newBlockingStub(channel);
            this.async = PhoneBookGrpc.newStub(channel);
        }

        private static EchoRequest echoOf(String text) {
            return EchoRequest.newBuilder().setText(text).build();
        }

        private static SearchRequest searchFor(int persons) {
            return SearchRequest.newBuilder()
                    .setLastName(People.FAMILY)
                    .setLimit(persons)
                    .build();
        }

        private static boolean isRight(SearchReply reply, int persons) {
            return reply.getEntriesCount() == persons
                    && (persons == 0
                            || isRight(reply.getEntries(0), 0) && isRight(reply.getEntries(persons - 1), persons - 1));
        }

        private static boolean isRight(Entry entry, int index) {
            return People.isRight(index, entry.getFirstName(), entry.getLastName(), entry.getId(), entry.getNumber());
        }

        @Override
        public boolean echo(String text) {
            return waiting.echo(echoOf(text)).getText().equals(text);
        }

        @Override
        public boolean search(int persons) {
            return isRight(waiting.search(searchFor(persons)), persons);
        }

        @Override
        public void echo(String text, Outcome outcome) {
            async.echo(echoOf(text), new Observer<EchoReply>(outcome) {
                @Override
                boolean isRight(EchoReply reply) {
                    return reply.getText().equals(text);
                }
            });
        }

        @Override
        public void search(int persons, Outcome outcome) {
            async.search(searchFor(persons), new Observer<SearchReply>(outcome) {
                @Override
                boolean isRight(SearchReply reply) {
                    return GrpcClient.isRight(reply, persons);
                }
            });
        }

        @Override
        public void close() {
            channel.shutdownNow();
        }
    }

    /** A call has ended when its status is there, which comes after the answer. */
    private abstract static class Observer<T> implements StreamObserver<T> {
        private final Client.Outcome outcome;
        private boolean right;

        Observer(Client.Outcome outcome) {
            this.outcome = outcome;
        }

        abstract boolean isRight(T reply);

        @Override
        public void onNext(T reply) {
            right = isRight(reply);
        }

        @Override
        public void onError(Throwable error) {
            outcome.ended(false);
        }

        @Override
        public void onCompleted() {
            outcome.ended(right);
        }
    }
}
