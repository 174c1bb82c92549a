/** Serves the phone book, and calls it. */
@NullMarked
package dev.parley.example.service;

import org.jspecify.annotations.NullMarked;
