package dev.parley.codegen.compare;

import dev.parley.codegen.schema.Located;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two descriptions of one service. */
final class ServiceComparison {
    private final Description old;
    private final Description now;
    private final Changes changes;

    ServiceComparison(Description old, Description now) {
        this.old = old;
        this.now = now;
        this.changes = new Changes(now.places());
    }

    List<Change> compare() {
        name();
        servers();
        Map<String, Located> before = methods(old);
        Map<String, Located> after = methods(now);
        MethodPairs pairs = new MethodPairs(before, after);
        MethodComparison comparison = new MethodComparison(changes, new TypeComparison(changes, isJava()));
        pairs.prefixes()
                .ifPresent(prefixes -> changes.add(
                        Rule.PREFIX_CHANGED,
                        now.name(),
                        now.root().child("info"),
                        "has names that start with \"" + prefixes.after() + "\" and started with \"" + prefixes.before()
                                + "\", and old clients call the old ones."));
        before.forEach((name, method) -> {
            Located same = pairs.same(name);
            if (same == null) {
                changes.add(Rule.METHOD_REMOVED, name, now.root(), "is gone, and calls of old clients fail.");
                return;
            }
            if (pairs.isRenamed(name)) {
                changes.add(
                        Rule.METHOD_RENAMED,
                        name,
                        same,
                        "is called " + same.text("name") + " now, and calls of old clients fail.");
            }
            comparison.compare(method, same);
        });
        pairs.added().forEach(name -> changes.add(Rule.METHOD_ADDED, name, after.get(name), "is new."));
        return changes.all();
    }

    private static Map<String, Located> methods(Description description) {
        Map<String, Located> methods = new LinkedHashMap<>();
        for (Located each : description.root().child("methods").elements()) {
            Located method = each.followed();
            if (!Description.isDiscovery(method)) {
                methods.putIfAbsent(method.text("name"), method);
            }
        }
        return methods;
    }

    private void name() {
        boolean interfaces = isInterface(old) && isInterface(now);
        if (interfaces ? !old.name().equals(now.name()) : !old.title().equals(now.title())) {
            changes.add(
                    Rule.SERVICE_RENAMED,
                    interfaces ? old.name() : old.title(),
                    now.root().child("info"),
                    "is called " + (interfaces ? now.name() : now.title())
                            + " now, and so are its interface, client and skeleton.");
        }
    }

    /** Whether the name is that of an interface, and not of some file. */
    private static boolean isInterface(Description description) {
        return description.name().contains(".")
                && description.simpleName().equals(description.title().replaceAll("[^A-Za-z0-9_$]", ""));
    }

    /** Whether people write the new service in Java. */
    private boolean isJava() {
        Path file = now.places().at("/info").file();
        return file != null && file.toString().endsWith(".java");
    }

    private void servers() {
        Set<String> before = servers(old);
        Set<String> after = servers(now);
        for (String address : before) {
            if (!after.contains(address)) {
                changes.add(
                        Rule.SERVER_REMOVED,
                        address,
                        now.root().child("servers").exists() ? now.root().child("servers") : now.root(),
                        "is no longer an address of the service, and old clients connect to it.");
            }
        }
        for (String address : after) {
            if (!before.contains(address)) {
                changes.add(
                        Rule.SERVER_ADDED, address, now.root().child("servers"), "is a new address of the service.");
            }
        }
    }

    private static Set<String> servers(Description description) {
        Set<String> addresses = new LinkedHashSet<>();
        description.root().child("servers").elements().forEach(each -> addresses.add(each.text("url")));
        return addresses;
    }
}
