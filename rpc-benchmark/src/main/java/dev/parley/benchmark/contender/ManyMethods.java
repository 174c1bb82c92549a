package dev.parley.benchmark.contender;

import dev.parley.codec.Codecs;
import dev.parley.contract.Arguments;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** A service of as many echoes as one likes, each call to another of them: what does finding the method cost? */
final class ManyMethods implements Contender {
    private final List<MethodDescriptor<String>> methods;

    ManyMethods(int count) {
        methods = IntStream.range(0, count).mapToObj(ManyMethods::method).toList();
    }

    private static MethodDescriptor<String> method(int index) {
        return MethodDescriptor.call("echoNumber" + index, Codecs.STRING)
                .parameter(Parameter.required("text", Codecs.STRING))
                .nonBlocking()
                .build();
    }

    @Override
    public int serve() throws IOException {
        ServiceDescriptor descriptor =
                new ServiceDescriptor("Echoes", List.copyOf(methods), false, InputStream::nullInputStream);
        RpcServer server = RpcServer.builder()
                .service(new Echoes(descriptor))
                .listen("tcp://127.0.0.1:0")
                .start();
        return URI.create(server.uri()).getPort();
    }

    @Override
    public Client connect(int port) throws IOException {
        return new EchoesClient(Peer.connect("tcp://127.0.0.1:" + port), methods);
    }

    private record Echoes(ServiceDescriptor descriptor) implements Service {
        @Override
        public Object call(int method, Arguments arguments) {
            return arguments.<String>get(0);
        }
    }

    private record EchoesClient(Peer peer, List<MethodDescriptor<String>> methods) implements Client {
        private MethodDescriptor<String> any() {
            return methods.get(ThreadLocalRandom.current().nextInt(methods.size()));
        }

        @Override
        public boolean echo(String text) {
            return peer.call(any(), text).equals(text);
        }

        @Override
        public boolean search(int persons) {
            throw new UnsupportedOperationException("this service has echoes only");
        }

        @Override
        public void echo(String text, Outcome outcome) {
            peer.callAsync(any(), text)
                    .whenComplete((answer, error) -> outcome.ended(error == null && answer.equals(text)));
        }

        @Override
        public void close() {
            peer.close();
        }
    }
}
