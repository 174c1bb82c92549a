package dev.parley.transport.memory;

import dev.parley.transport.Address;
import dev.parley.transport.ExchangeContract;
import dev.parley.transport.Transport;
import java.util.concurrent.atomic.AtomicInteger;

class MemoryExchangeTest extends ExchangeContract {
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Override
    protected Transport newTransport() {
        return new MemoryTransport();
    }

    @Override
    protected Address freePlace() {
        return Address.parse("memory:exchange" + NAMES.incrementAndGet() + "?mode=exchange");
    }
}
