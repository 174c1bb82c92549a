package dev.parley.codegen.reader.source;

import com.sun.source.util.Trees;
import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.Docs;
import dev.parley.codegen.model.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What all readers of one package share: the compiler's views, and the package that output is written to. */
final class Session {
    private final Elements elements;
    private final Types types;
    private final Places places;
    private final String packageName;
    private final List<Problem> problems = new ArrayList<>();

    Session(ProcessingEnvironment environment, Places places, String packageName) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.places = places;
        this.packageName = packageName;
    }

    static Places places(ProcessingEnvironment environment) {
        return new Places(Trees.instance(environment));
    }

    Elements elements() {
        return elements;
    }

    Types types() {
        return types;
    }

    Places places() {
        return places;
    }

    String packageName() {
        return packageName;
    }

    /** Notes something that readers have to say, which the model can't. */
    void report(Problem problem) {
        problems.add(problem);
    }

    List<Problem> problems() {
        return problems;
    }

    Docs docs(Element element) {
        return Optional.ofNullable(elements.getDocComment(element))
                .map(Docs::new)
                .orElse(Docs.NONE);
    }

    static ClassRef ref(TypeElement type) {
        Deque<String> names = new ArrayDeque<>();
        Element at = type;
        while (at.getKind() != ElementKind.PACKAGE && !at.getSimpleName().isEmpty()) {
            names.addFirst(at.getSimpleName().toString());
            at = at.getEnclosingElement();
        }
        return new ClassRef(packageOf(type), List.copyOf(names));
    }

    /** The class that an element is, or is in. */
    static TypeElement enclosingType(Element element) {
        Element at = element;
        while (!(at instanceof TypeElement)) {
            at = at.getEnclosingElement();
        }
        return (TypeElement) at;
    }

    static String packageOf(Element element) {
        Element at = element;
        while (at.getKind() != ElementKind.PACKAGE) {
            at = at.getEnclosingElement();
        }
        return ((javax.lang.model.element.PackageElement) at).getQualifiedName().toString();
    }

    static TypeElement element(TypeMirror type) {
        return (TypeElement) ((DeclaredType) type).asElement();
    }

    /** Whether code in the package that is written to can name an element. */
    boolean isVisible(Element element) {
        boolean samePackage = packageOf(element).equals(packageName);
        for (Element at = element; at.getKind() != ElementKind.PACKAGE; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)
                    || !samePackage && !at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    static boolean isPublic(Element element) {
        for (Element at = element; at.getKind() != ElementKind.PACKAGE; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    boolean isSubtype(TypeMirror type, String qualifiedName) {
        TypeElement other = elements.getTypeElement(qualifiedName);
        return other != null && types.isSubtype(types.erasure(type), types.erasure(other.asType()));
    }
}
