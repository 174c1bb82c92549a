package dev.parley.codegen.reader.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the members of a class as Jackson does: fields, then getters and setters, of superclasses first. */
final class Properties {
    private final Map<String, Property> byName = new LinkedHashMap<>();

    static Properties of(TypeElement element) {
        Properties properties = new Properties();
        Deque<TypeElement> chain = new ArrayDeque<>();
        for (TypeElement at = element; !isObject(at); at = Session.element(at.getSuperclass())) {
            chain.addFirst(at);
            if (at.getSuperclass().getKind() != TypeKind.DECLARED) {
                break;
            }
        }
        chain.forEach(properties::addFields);
        chain.forEach(properties::addMethods);
        return properties;
    }

    private static boolean isObject(TypeElement element) {
        return element.getQualifiedName().contentEquals("java.lang.Object")
                || element.getQualifiedName().contentEquals("java.lang.Record");
    }

    /** All: those with a field as they are declared, then the others by name, as reflection knows no order of methods. */
    Collection<Property> all() {
        List<Property> all = new ArrayList<>(byName.values());
        all.sort(Comparator.comparing(Property::hasField)
                .reversed()
                .thenComparing(property -> property.hasField() ? "" : property.name()));
        return all;
    }

    // A field named aCount belongs to getACount, although the getter alone would give "ACount".
    private Property ofAccessor(String name) {
        if (has(name)) {
            return named(name);
        }
        return byName.values().stream()
                .filter(property -> property.hasField() && property.name().equalsIgnoreCase(name))
                .filter(property -> startsInCapitals(property.name()))
                .findFirst()
                .orElseGet(() -> named(name));
    }

    private static boolean startsInCapitals(String name) {
        return Character.isUpperCase(name.charAt(0)) || name.length() > 1 && Character.isUpperCase(name.charAt(1));
    }

    /** The property of a name, made if there is none. */
    Property named(String name) {
        return byName.computeIfAbsent(name, Property::new);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    private void addFields(TypeElement element) {
        for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
            boolean skipped = field.getModifiers().contains(Modifier.STATIC)
                    || field.getModifiers().contains(Modifier.TRANSIENT);
            if (!skipped) {
                checkLomboks(field);
                named(field.getSimpleName().toString()).field(field);
            }
        }
    }

    // Lombok's getters are not there yet, so that the member would be missed.
    private static void checkLomboks(VariableElement field) {
        if (field.getAnnotationMirrors().stream().anyMatch(Untreatable::isLomboks)) {
            Untreatable.checkMember(field);
        }
    }

    private void addMethods(TypeElement element) {
        for (ExecutableElement method : ElementFilter.methodsIn(element.getEnclosedElements())) {
            if (Annotations.hasJackson(method, "JsonAnyGetter") || Annotations.hasJackson(method, "JsonAnySetter")) {
                Untreatable.checkMember(method);
            }
            if (!method.getModifiers().contains(Modifier.STATIC)) {
                add(method);
            }
        }
    }

    private void add(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        boolean explicit = Annotations.hasJackson(method, "JsonProperty");
        boolean isPublic = method.getModifiers().contains(Modifier.PUBLIC);
        if (method.getParameters().isEmpty() && method.getReturnType().getKind() != TypeKind.VOID) {
            String property = ofGetter(name, method.getReturnType());
            if (!property.isEmpty() && (isPublic || explicit)) {
                ofAccessor(property).getter(method);
            } else if (explicit || Annotations.hasJackson(method, "JsonGetter")) {
                named(name).getter(method);
            }
        } else if (method.getParameters().size() == 1) {
            if (isAccessor(name, "set")) {
                ofAccessor(decapitalize(name.substring(3))).setter(method);
            } else if (explicit || Annotations.hasJackson(method, "JsonSetter")) {
                named(name).setter(method);
            }
        }
    }

    private static String ofGetter(String name, TypeMirror result) {
        if (isAccessor(name, "get") && !name.equals("getClass")) {
            return decapitalize(name.substring(3));
        }
        boolean flag = result.getKind() == TypeKind.BOOLEAN
                || result.getKind() == TypeKind.DECLARED
                        && Session.element(result).getQualifiedName().contentEquals("java.lang.Boolean");
        return isAccessor(name, "is") && flag ? decapitalize(name.substring(2)) : "";
    }

    // Like Jackson: a word that merely starts like an accessor, such as "issue" or "settle", is not one.
    private static boolean isAccessor(String name, String prefix) {
        return name.startsWith(prefix)
                && name.length() > prefix.length()
                && Character.isLetter(name.charAt(prefix.length()))
                && !Character.isLowerCase(name.charAt(prefix.length()));
    }

    // JavaBeans' rule: getURL gives "URL".
    private static String decapitalize(String name) {
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
