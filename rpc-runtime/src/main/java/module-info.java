/**
 * The runtime of Parley: what generated clients and skeletons run on.
 *
 * <p>Everything that an application, generated code or a further transport or serializer needs is exported; the rest is
 * package-private.
 */
module dev.parley.runtime {
    requires static transitive org.jspecify;
    requires tools.jackson.core;
    requires transitive tools.jackson.databind;
    // The serializers CBOR and Smile, where their user adds them.
    requires static tools.jackson.dataformat.cbor;
    requires static tools.jackson.dataformat.smile;
    requires io.netty.common;
    requires io.netty.buffer;
    requires io.netty.transport;
    // Epoll where it is there; without it sockets run on NIO.
    requires static io.netty.transport.classes.epoll;
    requires static io.netty.transport.unix.common;

    exports dev.parley.annotation;
    exports dev.parley.codec;
    exports dev.parley.codec.databind;
    exports dev.parley.contract;
    exports dev.parley.description;
    exports dev.parley.dispatch;
    exports dev.parley.extension;
    exports dev.parley.frame;
    exports dev.parley.framing;
    exports dev.parley.message;
    exports dev.parley.peer;
    exports dev.parley.proxy;
    exports dev.parley.serializer;
    exports dev.parley.serializer.binary;
    exports dev.parley.serializer.jackson;
    exports dev.parley.serializer.json;
    exports dev.parley.transport;

    uses dev.parley.transport.Transport;

    provides dev.parley.transport.Transport with
            dev.parley.transport.memory.MemoryTransport,
            dev.parley.transport.socket.SocketTransport;
}
