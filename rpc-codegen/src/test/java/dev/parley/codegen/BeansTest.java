package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Json;
import dev.parley.codec.databind.ParleyMapper;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JavaType;

/** Beans have the members that the mapper says, by its names. */
class BeansTest {
    @TempDir
    static Path folder;

    private static Project project;

    @BeforeAll
    static void generate() {
        project = new Project(folder).add("b/Beans.java", """
                        package b;
                        @dev.parley.annotation.RpcService
                        public interface Beans {
                            void getters(Getters g); void fields(Fields f); void mixed(Mixed m); void words(Words w); void rec(Rec r);
                            class Getters {
                                public int getACount() { return 1; } public String getURL() { return "u"; } public int getX() { return 2; }
                                public int getXCoord() { return 3; } public boolean isURL2() { return true; } public int get_x() { return 4; }
                                public int get1() { return 5; } public int getÄ() { return 6; } public int getABC() { return 7; }
                            }
                            class Fields {
                                private int aCount = 1; private String URL = "u"; private String urlX = "x"; private boolean iOS = true;
                                private int ABC = 2;
                                public int getACount() { return aCount; } public void setACount(int a) { aCount = a; }
                                public String getURL() { return URL; } public void setURL(String u) { URL = u; }
                                public String getURLX() { return urlX; } public boolean isIOS() { return iOS; }
                                public void setIOS(boolean b) { iOS = b; } public int getABC() { return ABC; } public void setABC(int a) { ABC = a; }
                            }
                            class Mixed {
                                private String url = "u"; private String iD = "i"; private String IDs = "x"; public int pUblic = 1;
                                public String getURL() { return url; } public String getID() { return iD; } public void setID(String i) { iD = i; }
                                public String getIDs() { return IDs; } public void setIDs(String i) { IDs = i; }
                            }
                            class Words {
                                public boolean issue() { return true; } public String getaway() { return "a"; } public boolean is() { return true; }
                                public void settle(String who) { throw new IllegalStateException("called"); } public int get() { return 1; }
                                public void set(int x) { } public int getter = 1;
                            }
                            record Rec(int aCount, String URL, int getter, int settle) {
                                public boolean issue() { return true; } public String getaway() { return ""; }
                                public String getFoo() { return "f"; } public boolean isBar() { return true; } public String getURI() { return "i"; }
                            }
                        }
                        """).generate();
        assertThat(project.problems()).isEmpty();
        project.compile();
    }

    @Test
    void codecAndMapperWriteTheSame() throws ReflectiveOperationException {
        for (Compiled.Case each : new Compiled(project, "b.Beans").cases()) {
            Object value = make((Class<?>) each.type());
            String byMapper = ParleyMapper.mapper().writeValueAsString(value);
            String byCodec = new String(Json.write(each.codec(), value), StandardCharsets.UTF_8);
            assertThat(byCodec).isEqualTo(byMapper);
            Object read = Json.read(each.codec(), byCodec.getBytes(StandardCharsets.UTF_8));
            assertThat(Json.write(each.codec(), read)).asString().isEqualTo(byMapper);
            JavaType type = ParleyMapper.mapper().constructType(each.type());
            assertThat(ParleyMapper.mapper()
                            .writeValueAsString(ParleyMapper.mapper().readValue(byMapper, type)))
                    .isEqualTo(byMapper);
        }
    }

    @Test
    void wordsThatStartLikeAccessorsAreNoMembers() throws ReflectiveOperationException {
        for (Compiled.Case each : new Compiled(project, "b.Beans").cases()) {
            if (each.name().endsWith("Words")) {
                byte[] json = "{\"tle\":\"you\",\"sue\":true,\"away\":\"x\"}".getBytes(StandardCharsets.UTF_8);
                assertThat(Json.write(each.codec(), Json.read(each.codec(), json)))
                        .asString()
                        .isEqualTo("{\"getter\":1}");
            }
        }
    }

    private static Object make(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        Class<?>[] types = constructor.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = types[i] == int.class ? (Object) i : "t";
        }
        return constructor.newInstance(arguments);
    }
}
