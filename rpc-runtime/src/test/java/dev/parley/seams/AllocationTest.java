package dev.parley.seams;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.parley.peer.RpcServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an echo costs the server that it comes to over TCP: bytes allocated on the thread that reads. */
@Timeout(60)
class AllocationTest {
    private static final int CALLS_AT_ONCE = 100;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long readingThread = -1;

    @Test
    void anEchoOverTcpAllocatesLittle() throws Exception {
        PhoneBook book = new PhoneBook() {
            @Override
            public String echo(String text) {
                if (readingThread < 0) {
                    readingThread = Thread.currentThread().getId();
                }
                return text;
            }
        };
        try (RpcServer server = RpcServer.builder()
                        .service(new DirectorySkeleton(book))
                        .listen("tcp://127.0.0.1:0")
                        .start();
                Socket client =
                        new Socket("127.0.0.1", Integer.parseInt(server.uri().replaceAll(".*:", "")))) {
            for (int i = 0; i < 300; i++) {
                echo(client);
            }
            long before = THREADS.getThreadAllocatedBytes(readingThread);
            int rounds = 100;
            for (int i = 0; i < rounds; i++) {
                echo(client);
            }
            long perEcho = (THREADS.getThreadAllocatedBytes(readingThread) - before) / (rounds * CALLS_AT_ONCE);
            System.out.println("bytes allocated per echo, server over TCP: " + perEcho);
            assertThat(perEcho).isLessThan(500);
        }
    }

    private static void echo(Socket client) throws IOException {
        StringBuilder requests = new StringBuilder();
        int expected = 0;
        for (int i = 0; i < CALLS_AT_ONCE; i++) {
            requests.append("{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":[\"hello world\"],\"id\":")
                    .append(100 + i)
                    .append("}\n");
            expected += "{\"jsonrpc\":\"2.0\",\"id\":100,\"result\":\"hello world\"}\n".length();
        }
        OutputStream out = client.getOutputStream();
        out.write(requests.toString().getBytes(StandardCharsets.UTF_8));
        new DataInputStream(client.getInputStream()).readFully(new byte[expected]);
    }
}
