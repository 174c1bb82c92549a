package dev.parley.serializer.binary;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever the bytes, reading ends, and with no other exceptions than the two that callers expect. */
class SmileFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void smile(byte[] bytes) {
        AnyBytes.read(BinarySerializer.smile(), bytes);
    }
}
