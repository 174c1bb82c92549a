package dev.parley.serializer.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.serializer.binary.BinarySerializer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The libraries are optional, so who chooses a format without its library has to be told. */
class MissingLibraryTest {
    @ParameterizedTest
    @CsvSource({"cbor, CBOR", "smile, Smile"})
    void isNamed(String format, String title) throws Exception {
        Class<?> type = new Without("tools.jackson.dataformat.").loadClass(BinarySerializer.class.getName());
        for (int attempt = 0; attempt < 2; attempt++) {
            Throwable thrown = catchThrowable(() -> type.getMethod(format).invoke(null));
            assertThat(thrown).isInstanceOf(InvocationTargetException.class);
            assertThat(thrown.getCause())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(title + " needs the library tools.jackson.dataformat:jackson-dataformat-" + format
                            + ", which is not there. Add it to the dependencies, in the version of jackson-core; a"
                            + " named module requires tools.jackson.dataformat." + format + " besides.");
        }
    }

    /** Loads our classes anew, and none of a package. */
    private static final class Without extends ClassLoader {
        private final String missing;

        Without(String missing) {
            super(Without.class.getClassLoader());
            this.missing = missing;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(missing)) {
                throw new ClassNotFoundException(name);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return name.startsWith("dev.parley.") ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
