package dev.parley.benchmark.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Passes the bytes of one connection on, and counts them. */
final class Relay implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong replies = new AtomicLong();

    Relay(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Bytes to the server so far. */
    long requests() {
        return requests.get();
    }

    /** Bytes from the server so far. */
    long replies() {
        return replies.get();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // An end closed its socket, which is how a connection ends here.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        try (Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start(() -> pass(client.getInputStream(), server.getOutputStream(), requests));
            pass(server.getInputStream(), client.getOutputStream(), replies);
        }
    }

    private static void pass(InputStream in, OutputStream out, AtomicLong count) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            count.addAndGet(length);
            out.write(buffer, 0, length);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
