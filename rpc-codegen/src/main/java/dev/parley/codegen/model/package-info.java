/**
 * What the generator knows of services and their types. Readers fill it, checks judge it, writers print it; it knows
 * neither compilers nor printers.
 */
@NullMarked
package dev.parley.codegen.model;

import org.jspecify.annotations.NullMarked;
