package dev.parley.maven;

import javax.tools.JavaCompiler;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** What the machine must have. */
final class Toolchain {
    private Toolchain() {}

    /** Services are read by the compiler of the JDK that Maven runs on; a JRE has none. */
    static void requireCompiler(String goal, @Nullable JavaCompiler compiler, String javaHome)
            throws MojoFailureException {
        if (compiler == null) {
            throw new MojoFailureException(
                    goal + " reads sources with the Java compiler, and Maven runs on a Java without" + " one: "
                            + javaHome + ". Set JAVA_HOME to a JDK, 17 or later, and not to a JRE.");
        }
    }
}
