package com.example;

/** What the post carries. */
public final class Parcel {
    private final int grams;

    /** A parcel of a weight; the name of the parameter is known from the source only. */
    public Parcel(int grams) {
        this.grams = grams;
    }

    public int getGrams() {
        return grams;
    }
}
