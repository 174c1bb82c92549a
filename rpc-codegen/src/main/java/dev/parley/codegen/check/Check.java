package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Problem;
import java.util.List;

/** One thing to look at. */
interface Check {
    /** What there is to say about a package. */
    List<Problem> check(Api api);
}
