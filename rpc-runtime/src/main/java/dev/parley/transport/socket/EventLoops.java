package dev.parley.transport.socket;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;

/** The threads of all sockets: one accepts, a few read and write. They start with the first channel that needs them. */
final class EventLoops {
    private static final int MOST_WORKERS = 4;

    private final ChannelKind kind;
    private final EventLoopGroup acceptors;
    private final EventLoopGroup workers;

    EventLoops(ChannelKind kind) {
        this.kind = kind;
        int cores = Runtime.getRuntime().availableProcessors();
        acceptors = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("parley-accept", true), kind.loops());
        workers = new MultiThreadIoEventLoopGroup(
                Math.min(MOST_WORKERS, cores), new DefaultThreadFactory("parley-io", true), kind.loops());
    }

    static EventLoops shared() {
        return Shared.LOOPS;
    }

    ChannelKind kind() {
        return kind;
    }

    EventLoopGroup acceptors() {
        return acceptors;
    }

    EventLoopGroup workers() {
        return workers;
    }

    /** Whether the calling thread is one of these. */
    boolean inEventLoop() {
        for (EventExecutor loop : workers) {
            if (loop.inEventLoop()) {
                return true;
            }
        }
        return false;
    }

    private static ChannelKind bestKind() {
        try {
            if (EpollKind.isAvailable()) {
                return new EpollKind();
            }
        } catch (LinkageError e) {
            System.getLogger("dev.parley.transport.socket")
                    .log(System.Logger.Level.DEBUG, "Netty's epoll is not on the class path; using NIO");
        }
        return new NioKind();
    }

    /** Made when first asked for: a service loader that only looks at us must not start anything. */
    private static final class Shared {
        static final EventLoops LOOPS = new EventLoops(bestKind());
    }
}
