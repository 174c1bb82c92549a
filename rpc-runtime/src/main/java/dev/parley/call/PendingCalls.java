package dev.parley.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one connection that wait for answers. Ids are given in sequence, so that a call is found by its place in
 * a ring; one that is outlived by a whole turn of the ring moves aside into a map. A hash map for all would cost more
 * than twice the time with many calls in flight.
 */
public final class PendingCalls implements Awaited {
    private static final int SMALLEST = 16;
    private static final int LARGEST = 1 << 16;

    private @Nullable PendingCall<?>[] ring = new PendingCall<?>[SMALLEST];
    private final Map<Long, PendingCall<?>> aside = new HashMap<>(0);
    private long nextId;
    private int size;
    private boolean ended;

    /** No calls. */
    public PendingCalls() {}

    /**
     * Gives a call its id and waits for it.
     *
     * @param owner told when the call is cancelled
     * @return false when the connection has ended, and no call waits any more
     */
    public synchronized boolean add(PendingCall<?> call, PendingCall.Owner owner) {
        if (ended) {
            return false;
        }
        call.start(nextId++, owner);
        size++;
        if (size > ring.length / 2 && ring.length < LARGEST) {
            grow();
        }
        place(call);
        return true;
    }

    private void place(PendingCall<?> call) {
        int slot = (int) call.id() & ring.length - 1;
        PendingCall<?> older = ring[slot];
        if (older != null) {
            aside.put(older.id(), older);
        }
        ring[slot] = call;
    }

    private void grow() {
        @Nullable PendingCall<?>[] old = ring;
        ring = new PendingCall<?>[old.length * 2];
        // Two calls of one old slot can't meet in the new ring: each old slot held one.
        for (PendingCall<?> call : old) {
            if (call != null) {
                ring[(int) call.id() & ring.length - 1] = call;
            }
        }
    }

    /** An id that no call has. */
    public synchronized long unusedId() {
        return nextId++;
    }

    @Override
    public synchronized @Nullable PendingCall<?> take(long id) {
        int slot = (int) id & ring.length - 1;
        PendingCall<?> call = ring[slot];
        if (call != null && call.id() == id) {
            ring[slot] = null;
            size--;
            return call;
        }
        call = aside.isEmpty() ? null : aside.remove(id);
        if (call != null) {
            size--;
        }
        return call;
    }

    @Override
    public synchronized List<PendingCall<?>> takeIf(Predicate<PendingCall<?>> test) {
        List<PendingCall<?>> taken = new ArrayList<>();
        for (int i = 0; i < ring.length; i++) {
            PendingCall<?> call = ring[i];
            if (call != null && test.test(call)) {
                taken.add(call);
                ring[i] = null;
            }
        }
        aside.values().removeIf(call -> test.test(call) && taken.add(call));
        size -= taken.size();
        return taken;
    }

    @Override
    public boolean isOneMessage() {
        return false;
    }

    /** Takes out the one call that waits; null when there is none, or more than one. */
    public synchronized @Nullable PendingCall<?> takeOnly() {
        return size == 1 ? takeAll().get(0) : null;
    }

    /** Takes out all calls, and takes no further ones. */
    public synchronized List<PendingCall<?>> end() {
        ended = true;
        return takeAll();
    }

    /** The ids of the calls that wait now. */
    public synchronized List<Long> ids() {
        List<Long> ids = new ArrayList<>(size);
        for (PendingCall<?> call : ring) {
            if (call != null) {
                ids.add(call.id());
            }
        }
        ids.addAll(aside.keySet());
        return ids;
    }

    public synchronized boolean isEmpty() {
        return size == 0;
    }

    public synchronized int size() {
        return size;
    }
}
