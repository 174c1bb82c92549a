package dev.parley.transport.netty;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

/** The threads of all channels: one accepts, a few read and write. They start with the first channel that needs them. */
public final class EventLoops {
    private static final int MOST_WORKERS = 4;

    private static volatile @Nullable EventLoops shared;

    private final ChannelKind kind;
    private final EventLoopGroup acceptors;
    private final EventLoopGroup workers;

    /** Event loops of a kind. */
    public EventLoops(ChannelKind kind) {
        this.kind = kind;
        int cores = Runtime.getRuntime().availableProcessors();
        acceptors = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("parley-accept", true), kind.loops());
        workers = new MultiThreadIoEventLoopGroup(
                Math.min(MOST_WORKERS, cores), new DefaultThreadFactory("parley-io", true), kind.loops());
    }

    /** The event loops of the process, made when they are first asked for. */
    public static EventLoops shared() {
        EventLoops present = shared;
        if (present == null) {
            synchronized (EventLoops.class) {
                present = shared;
                if (present == null) {
                    present = new EventLoops(bestKind());
                    shared = present;
                }
            }
        }
        return present;
    }

    /** Whether the current thread is one of the process's event loops. */
    public static boolean isSharedThread() {
        EventLoops present = shared;
        return present != null && present.inEventLoop();
    }

    /** What its channels are. */
    public ChannelKind kind() {
        return kind;
    }

    /** The one that accepts. */
    public EventLoopGroup acceptors() {
        return acceptors;
    }

    /** Those that read and write. */
    public EventLoopGroup workers() {
        return workers;
    }

    /** Whether the calling thread is one of these. */
    public boolean inEventLoop() {
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
            System.getLogger("dev.parley.transport.netty")
                    .log(System.Logger.Level.DEBUG, "Netty's epoll is not on the class path; using NIO");
        }
        return new NioKind();
    }
}
