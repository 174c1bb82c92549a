package dev.parley.serializer;

/** The codecs of Java's own types, and what makes codecs of codecs. */
public final class Codecs {
    private Codecs() {}
}
