package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import java.util.List;

/** One thing to look at. */
interface Check {
    /** What there is to say about a package. */
    List<Finding> check(Api api);
}
