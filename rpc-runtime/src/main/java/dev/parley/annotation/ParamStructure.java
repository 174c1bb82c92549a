package dev.parley.annotation;

/** How a client sends parameters. */
public enum ParamStructure {
    /** As the service says; for a service, by position. */
    DEFAULT,
    /** As an array; absent parameters at the end are left out. */
    BY_POSITION,
    /** As an object; absent parameters are left out. */
    BY_NAME
}
