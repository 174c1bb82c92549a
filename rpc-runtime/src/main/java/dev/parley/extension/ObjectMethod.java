package dev.parley.extension;

import dev.parley.contract.Service;

/**
 * A method of an object that the peer knows by reference.
 *
 * @param service the object's skeleton
 * @param index the method's place in the skeleton's descriptor
 */
public record ObjectMethod(Service service, int index) {}
