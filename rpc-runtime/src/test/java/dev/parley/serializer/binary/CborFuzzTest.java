package dev.parley.serializer.binary;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever the bytes, reading ends, and with no other exceptions than the two that callers expect. */
class CborFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void cbor(byte[] bytes) {
        AnyBytes.read(BinarySerializer.cbor(), bytes);
    }
}
