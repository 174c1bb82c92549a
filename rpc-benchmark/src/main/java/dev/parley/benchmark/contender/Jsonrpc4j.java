package dev.parley.benchmark.contender;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.googlecode.jsonrpc4j.JsonRpcClient;
import com.googlecode.jsonrpc4j.JsonRpcServer;
import com.googlecode.jsonrpc4j.ProxyUtil;
import com.googlecode.jsonrpc4j.StreamServer;
import dev.parley.benchmark.api.Directory;
import dev.parley.benchmark.api.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/**
 * jsonrpc4j over sockets, as it is or with TCP_NODELAY set from outside. It writes an answer in several pieces, which
 * without that option waits for the other side's delayed acknowledgement each time.
 */
final class Jsonrpc4j implements Contender {
    private static final int MOST_CLIENTS = 1024;

    private final boolean noDelay;

    Jsonrpc4j(boolean noDelay) {
        this.noDelay = noDelay;
    }

    @Override
    public int serve() throws IOException {
        ServerSocket listening = noDelay ? new NoDelayServerSocket() : new LoopbackServerSocket();
        JsonRpcServer book = new JsonRpcServer(new ObjectMapper(), new LocalBook(), Directory.class);
        new StreamServer(book, MOST_CLIENTS, listening).start();
        return listening.getLocalPort();
    }

    @Override
    public Client connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        if (noDelay) {
            socket.setTcpNoDelay(true);
        }
        Directory book = ProxyUtil.createClientProxy(
                Directory.class.getClassLoader(), Directory.class, new JsonRpcClient(new ObjectMapper()), socket);
        return new Jsonrpc4jClient(socket, book);
    }

    private static class LoopbackServerSocket extends ServerSocket {
        LoopbackServerSocket() throws IOException {
            super(0, MOST_CLIENTS, InetAddress.getLoopbackAddress());
        }
    }

    private static final class NoDelayServerSocket extends LoopbackServerSocket {
        NoDelayServerSocket() throws IOException {}

        @Override
        public Socket accept() throws IOException {
            Socket accepted = super.accept();
            accepted.setTcpNoDelay(true);
            return accepted;
        }
    }

    private static final class LocalBook implements Directory {
        private final People.Book<Person> people = People.book(person -> person);

        @Override
        public String echo(String text) {
            return text;
        }

        @Override
        public List<Person> search(String lastName, int limit) {
            return people.search(lastName, limit);
        }
    }

    private record Jsonrpc4jClient(Socket socket, Directory book) implements Client {
        @Override
        public boolean echo(String text) {
            return book.echo(text).equals(text);
        }

        @Override
        public boolean search(int persons) {
            return People.isRight(book.search(People.FAMILY, persons), persons);
        }

        @Override
        public boolean isAsynchronous() {
            return false;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
