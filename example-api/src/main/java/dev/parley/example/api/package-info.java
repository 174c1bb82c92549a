/** The API of the example: a phone book that peers can search. */
@NullMarked
package dev.parley.example.api;

import org.jspecify.annotations.NullMarked;
