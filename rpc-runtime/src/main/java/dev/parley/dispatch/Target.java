package dev.parley.dispatch;

import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Service;
import java.nio.charset.StandardCharsets;

/** Where calls of one wire name go. */
record Target(String name, byte[] utf8, Service service, int index, MethodDescriptor<?> method, boolean strictOrder) {
    static Target of(String name, Service service, int index, boolean strictOrder) {
        return new Target(
                name,
                name.getBytes(StandardCharsets.UTF_8),
                service,
                index,
                service.descriptor().methods().get(index),
                strictOrder);
    }
}
