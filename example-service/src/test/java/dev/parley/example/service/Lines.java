package dev.parley.example.service;

import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects the lines of a stream on a thread of its own, so that a test can wait for one. */
final class Lines {
    private final List<String> lines = new ArrayList<>();
    private final Thread reading;
    private int taken;
    private boolean ended;

    Lines(String name, InputStream stream) {
        reading = new Thread(() -> read(stream), name);
        reading.setDaemon(true);
        reading.start();
    }

    private void read(InputStream stream) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits for the next line that begins so, and gives the rest of it. */
    synchronized String after(String start, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            while (taken < lines.size()) {
                String line = lines.get(taken++);
                if (line.startsWith(start)) {
                    return line.substring(start.length());
                }
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (ended || left <= 0) {
                return fail("no line begins with \"" + start + "\": " + lines);
            }
            wait(left);
        }
    }

    /** Waits for the end of the stream, and gives everything. */
    List<String> all(Duration limit) throws InterruptedException {
        reading.join(limit.toMillis());
        synchronized (this) {
            return List.copyOf(lines);
        }
    }
}
