package dev.parley.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that sends bytes as they are and reads one answer after another. */
final class RawHttp implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    RawHttp(String uri) throws IOException {
        URI place = URI.create(uri);
        socket = new Socket(place.getHost(), place.getPort());
        socket.setSoTimeout(20_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** A request as most clients send it. */
    static String post(String body, String... headers) {
        String more = String.join("\r\n", headers);
        return "POST /rpc HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + more
                + (more.isEmpty() ? "" : "\r\n") + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The next answer: its status, the headers that matter, its body. */
    String answer() throws IOException {
        String head = head();
        StringBuilder shown = new StringBuilder(head.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase().startsWith("content-length: ")) {
                length = Integer.parseInt(line.substring(16));
            } else if (line.equalsIgnoreCase("transfer-encoding: chunked")) {
                chunked = true;
            } else if (line.toLowerCase().matches("(connection|allow): .*")) {
                shown.append(" [").append(line).append("]");
            }
        }
        String body = chunked ? chunks() : new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return (shown + " " + body).trim();
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended after \"" + head + "\"");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        while (true) {
            int length = Integer.parseInt(line(), 16);
            body.append(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            line();
            if (length == 0) {
                return body.toString();
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.indexOf("\r\n") < 0) {
            line.append((char) in.read());
        }
        return line.substring(0, line.length() - 2);
    }

    /** Whether the server ended the connection, with nothing before. */
    boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
