package dev.parley.maven;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.tools.ToolProvider;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class ToolchainTest {
    @Test
    void aJreIsNamedWithTheWayOut() {
        assertThatThrownBy(() -> Toolchain.requireCompiler("rpc:generate", null, "/opt/jre"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("rpc:generate reads sources with the Java compiler, and Maven runs on a Java without one:"
                        + " /opt/jre. Set JAVA_HOME to a JDK, 17 or later, and not to a JRE.");
    }

    @Test
    void aJdkWillDo() {
        assertThatCode(() -> Toolchain.requireCompiler(
                        "rpc:generate", ToolProvider.getSystemJavaCompiler(), System.getProperty("java.home")))
                .doesNotThrowAnyException();
    }
}
