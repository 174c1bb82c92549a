package dev.parley.codegen.reader.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Hides {@code module-info} on the source path: found there, it would put the units into a module whose dependencies
 * are not on a module path.
 */
final class ModuleHidingFileManager extends ForwardingJavaFileManager<JavaFileManager> {
    private static final String MODULE_INFO = "module-info";

    ModuleHidingFileManager(JavaFileManager files) {
        super(files);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        Iterable<JavaFileObject> all = super.list(location, packageName, kinds, recurse);
        if (location != StandardLocation.SOURCE_PATH) {
            return all;
        }
        List<JavaFileObject> visible = new ArrayList<>();
        for (JavaFileObject file : all) {
            if (!file.isNameCompatible(MODULE_INFO, JavaFileObject.Kind.SOURCE)) {
                visible.add(file);
            }
        }
        return visible;
    }

    @Override
    public @Nullable JavaFileObject getJavaFileForInput(Location location, String className, JavaFileObject.Kind kind)
            throws IOException {
        boolean hidden = location == StandardLocation.SOURCE_PATH && className.equals(MODULE_INFO);
        return hidden ? null : super.getJavaFileForInput(location, className, kind);
    }
}
