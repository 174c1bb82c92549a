package dev.parley.codec.databind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.codec.Json;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.annotation.JsonTypeIdResolver;
import tools.jackson.databind.annotation.JsonTypeResolver;
import tools.jackson.databind.jsontype.impl.ClassNameIdResolver;
import tools.jackson.databind.jsontype.impl.StdTypeResolverBuilder;

/** A peer's bytes never name a class: the mapper refuses what would let them, by name and before it reads. */
class ClassFromPeerTest {
    /** Notes that it was initialized, which a peer must never be able to bring about. */
    static final class Trap {
        static {
            System.setProperty("dev.parley.trap", "sprung");
        }

        public int a;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    interface ByClass {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
    interface ByMinimalClass {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM)
    interface ByCustom {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonTypeIdResolver(ClassNameIdResolver.class)
    interface ByResolver {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonTypeResolver(StdTypeResolverBuilder.class)
    interface ByBuilder {}

    static class Inherits implements ByClass {
        public int a;
    }

    record InMember(
            @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object a) {}

    record InElements(
            @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) List<Object> a) {}

    static class InParameter {
        @JsonCreator
        InParameter(@JsonProperty("a") @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object a) {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @JacksonAnnotationsInside
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    @interface Poly {}

    @Poly
    interface Bundled {}

    record Deep(Map<String, List<InMember>> a) {}

    record OfClass(Class<?> a) {}

    record OfKeys(Map<Class<?>, String> a) {}

    record OfType(JavaType a) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes(@JsonSubTypes.Type(value = Behind.class, name = "b"))
    interface Family {}

    record Behind(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object a) implements Family {}

    static List<Arguments> types() {
        return List.of(
                refused(ByClass.class, "ByClass lets", "@JsonTypeInfo(use = CLASS)"),
                refused(ByMinimalClass.class, "ByMinimalClass lets", "@JsonTypeInfo(use = MINIMAL_CLASS)"),
                refused(ByCustom.class, "ByCustom lets", "@JsonTypeInfo(use = CUSTOM)"),
                refused(ByResolver.class, "ByResolver lets", "@JsonTypeIdResolver"),
                refused(ByBuilder.class, "ByBuilder lets", "@JsonTypeResolver"),
                refused(Inherits.class, "Inherits lets", "@JsonTypeInfo(use = CLASS)"),
                refused(Bundled.class, "Bundled lets", "@JsonTypeInfo(use = CLASS)"),
                refused(InMember.class, "InMember lets", "@JsonTypeInfo(use = CLASS)"),
                refused(InElements.class, "InElements lets", "@JsonTypeInfo(use = CLASS)"),
                refused(InParameter.class, "InParameter lets", "@JsonTypeInfo(use = CLASS)"),
                refused(Deep.class, "InMember lets", "@JsonTypeInfo(use = CLASS)"),
                Arguments.of(OfClass.class, "a member is a Class, which lets a peer name any class to load"),
                Arguments.of(OfKeys.class, "a member is a Class, which lets a peer name any class to load"),
                Arguments.of(OfType.class, "a member is a JavaType, which lets a peer name any class to load"));
    }

    private static Arguments refused(Class<?> type, String subject, String annotation) {
        return Arguments.of(type, subject + " a peer name a class to load, by " + annotation);
    }

    @ParameterizedTest
    @MethodSource("types")
    void isRefusedByNameBeforeAnythingIsRead(Class<?> type, String message) {
        assertThatThrownBy(() -> DatabindCodec.of(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(message);
    }

    @Test
    void whatOnlyABranchOfAFamilyHoldsIsRefusedWhenItIsReached() {
        DatabindCodec<Family> codec = DatabindCodec.of(Family.class);
        String json = "{\"@type\":\"b\",\"a\":{\"@class\":\"" + Trap.class.getName() + "\",\"a\":1}}";

        assertThatThrownBy(() -> Json.read(codec, json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("Family can't be read by Jackson");
        assertThat(System.getProperty("dev.parley.trap")).isNull();
    }

    @Test
    void noNameThatIsReadIsEverLookedUp() {
        assertThatThrownBy(() -> ParleyMapper.mapper().getTypeFactory().findClass(Trap.class.getName()))
                .isInstanceOf(ClassNotFoundException.class)
                .hasMessage("no class is looked up by a name that was read");
        assertThatThrownBy(() -> ParleyMapper.mapper().getTypeFactory().constructFromCanonical(Trap.class.getName()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(System.getProperty("dev.parley.trap")).isNull();
    }
}
