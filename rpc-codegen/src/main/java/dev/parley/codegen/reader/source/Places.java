package dev.parley.codegen.reader.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.parley.codegen.model.Place;
import java.io.IOException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Where elements stand in the source: at their names. */
final class Places {
    private final Trees trees;
    private final Map<Place, Element> elements = new IdentityHashMap<>();

    Places(Trees trees) {
        this.trees = trees;
    }

    /** Where an element stands; where {@code inherits} stands when the element comes from compiled classes. */
    Place of(Element element, Element inherits) {
        Place place = find(element);
        return place == null ? of(inherits) : place;
    }

    Place of(Element element) {
        Place place = find(element);
        return place == null ? Place.UNKNOWN : place;
    }

    /** The element that a place was made for. */
    @Nullable
    Element elementAt(Place place) {
        return elements.get(place);
    }

    /** Whether an element was read from source. */
    boolean isSource(Element element) {
        return trees.getPath(element) != null;
    }

    private @Nullable Place find(Element element) {
        TreePath path = trees.getPath(element);
        if (path == null) {
            return null;
        }
        JavaFileObject file = path.getCompilationUnit().getSourceFile();
        SourcePositions positions = trees.getSourcePositions();
        long start = positions.getStartPosition(path.getCompilationUnit(), path.getLeaf());
        if (start < 0) {
            return null;
        }
        LineMap lines = path.getCompilationUnit().getLineMap();
        long at = nameStart(
                file, start, path.getLeaf(), positions.getEndPosition(path.getCompilationUnit(), path.getLeaf()));
        Place place = new Place(pathOf(file), (int) lines.getLineNumber(at), (int) lines.getColumnNumber(at));
        elements.put(place, element);
        return place;
    }

    // A tree starts at its first modifier or annotation; people look for the name.
    private static long nameStart(JavaFileObject file, long start, Tree tree, long end) {
        String name = nameOf(tree);
        if (name.isEmpty()) {
            return start;
        }
        try {
            String text = file.getCharContent(true).toString();
            int from = NameSearch.skipAnnotations(text, (int) start);
            int at = NameSearch.find(text, name, from, (int) Math.min(end < 0 ? text.length() : end, text.length()));
            return at < 0 ? start : at;
        } catch (IOException e) {
            return start;
        }
    }

    private static String nameOf(Tree tree) {
        if (tree instanceof ClassTree type) {
            return type.getSimpleName().toString();
        } else if (tree instanceof MethodTree method) {
            return method.getName().toString();
        } else if (tree instanceof VariableTree variable) {
            return variable.getName().toString();
        }
        return "";
    }

    private static @Nullable Path pathOf(JavaFileObject file) {
        try {
            return Path.of(file.toUri());
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            // Sources inside a jar, or made up in memory, have a name only.
            String name = file.toUri().getPath();
            return name == null ? null : Path.of(name);
        }
    }
}
