package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.Problem;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds classes that are named as codecs, but can't be used as one. */
final class CodecClasses {
    private static final String CODEC = "dev.parley.codec.Codec";

    private final Places places;
    private final Session session;

    CodecClasses(Places places, Session session) {
        this.places = places;
        this.session = session;
    }

    /** What is wrong with the codecs that annotations of a round name. */
    List<Problem> read(RoundEnvironment round) {
        List<Problem> wrong = new ArrayList<>();
        for (String annotation : List.of("RpcCodec", "RpcService")) {
            TypeElement type = session.elements().getTypeElement("dev.parley.annotation." + annotation);
            for (Element element : round.getElementsAnnotatedWith(type)) {
                for (TypeElement codec : named(element, annotation)) {
                    String text = problem(codec);
                    if (!text.isEmpty()) {
                        wrong.add(Problem.error("codec-class", places.of(element), text));
                    }
                }
            }
        }
        return wrong;
    }

    private static List<TypeElement> named(AnnotatedConstruct element, String annotation) {
        return Annotations.ours(element, annotation).stream()
                .flatMap(mirror -> annotation.equals("RpcService")
                        ? Annotations.classes(mirror, "codecs").stream()
                        : Annotations.value(mirror, "value").flatMap(Annotations::classOf).stream())
                .toList();
    }

    private String problem(TypeElement codec) {
        String name = codec.getSimpleName().toString();
        if (!session.isSubtype(codec.asType(), CODEC)) {
            return name + " is no Codec. Let it implement dev.parley.codec.Codec<T>, T being the type.";
        }
        boolean constructible = ElementFilter.constructorsIn(codec.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty() && Session.isPublic(constructor));
        return constructible && !codec.getModifiers().contains(Modifier.ABSTRACT)
                ? ""
                : name
                        + " can't be made by generated code. Make it public, with a public constructor without parameters.";
    }
}
