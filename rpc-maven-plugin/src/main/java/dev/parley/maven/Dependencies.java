package dev.parley.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the types come from that a service uses and its own module does not declare.
 *
 * @param classPath jars and folders of classes
 * @param siblingRoots source folders of modules of the same build, which may not be compiled yet
 * @param sourceJars jars of sources of what is on the class path
 * @param missing what could not be resolved, and what follows: a sentence each
 */
record Dependencies(List<Path> classPath, List<Path> siblingRoots, List<Path> sourceJars, List<String> missing) {
    Dependencies {
        classPath = List.copyOf(classPath);
        siblingRoots = List.copyOf(siblingRoots);
        sourceJars = List.copyOf(sourceJars);
        missing = List.copyOf(missing);
    }
}
