package dev.parley.codegen.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codegen.model.Place;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the pages of the rules are too small for. */
class ComparisonTest {
    private static final String TEXT = "{'type': 'string'}";
    private static final String NUMBER = "{'type': 'integer'}";

    @Test
    void aTypeThatIsUsedBothWaysIsJudgedBothWays() {
        assertThat(found(
                        both("{'type': 'string', 'enum': ['a', 'b']}"), both("{'type': 'string', 'enum': ['b', 'c']}")))
                .containsExactly(
                        "parameter-value-removed T.a",
                        "parameter-relaxed T.c",
                        "result-value-removed T.a",
                        "result-value-added T.c");
    }

    @Test
    void aTypeInItselfIsFollowedOnce() {
        String tree = "{'type': 'object', 'properties': {'left': {'$ref': '#/components/schemas/T'}, 'value': %s}}";

        assertThat(found(both(tree.formatted(TEXT)), both(tree.formatted(NUMBER))))
                .containsExactly("parameter-type-narrowed T.value", "result-type-widened T.value");
    }

    @Test
    void whatSaysTheSameInOtherWordsIsTheSame() {
        assertThat(found(taken("{'type': ['string', 'null']}"), taken("{'anyOf': [{'type': 'null'}, " + TEXT + "]}")))
                .isEmpty();
        assertThat(found(taken("{'type': 'string', 'nullable': true}"), taken("{'type': ['null', 'string']}")))
                .isEmpty();
        assertThat(found(taken("{'const': 'a'}"), taken("{'enum': ['a'], 'type': 'string'}")))
                .isEmpty();
        assertThat(found(taken("{'oneOf': [{'const': 'a'}, {'const': 'b'}]}"), taken("{'enum': ['b', 'a']}")))
                .isEmpty();
        assertThat(found(taken("{'minimum': 1, 'type': 'number'}"), taken("{'type': 'number', 'minimum': 1.0}")))
                .isEmpty();
        assertThat(found(taken("true"), taken("{}"))).isEmpty();
        assertThat(found(taken("{'type': 'string', 'uniqueItems': false}"), taken(TEXT)))
                .isEmpty();
    }

    @Test
    void typesIncludeOthers() {
        assertThat(found(taken(NUMBER), taken("{'type': 'number'}"))).containsExactly("parameter-type-widened find(x)");
        assertThat(found(taken("{'type': 'number'}"), taken(NUMBER)))
                .containsExactly("parameter-type-narrowed find(x)");
        assertThat(found(taken(TEXT), taken("{}"))).containsExactly("parameter-type-widened find(x)");
        assertThat(found(taken("{}"), taken(TEXT))).containsExactly("parameter-type-narrowed find(x)");
        assertThat(found(taken(TEXT), taken("{'type': ['string', 'integer']}")))
                .containsExactly("parameter-type-widened find(x)");
        assertThat(found(taken("{'type': 'string', 'format': 'date'}"), taken(TEXT)))
                .containsExactly("parameter-type-widened find(x)");
        assertThat(found(taken("{'type': 'string', 'format': 'date'}"), taken("{'type': 'string', 'format': 'time'}")))
                .containsExactly("parameter-type-narrowed find(x)");
        assertThat(found(taken(TEXT), taken("{'type': 'string', 'enum': ['a']}")))
                .containsExactly("parameter-type-narrowed find(x)");
        assertThat(found(taken(TEXT), taken("false"))).containsExactly("parameter-type-narrowed find(x)");
    }

    @Test
    void aTypeThatBecomesOneOfSeveralIsWider() {
        String both = "{'oneOf': [" + TEXT + ", " + NUMBER + "]}";

        assertThat(found(taken(TEXT), taken(both))).containsExactly("parameter-type-widened find(x)");
        assertThat(found(taken(both), taken(TEXT))).containsExactly("parameter-type-narrowed find(x)");
        assertThat(found(taken("{'type': 'boolean'}"), taken(both))).containsExactly("parameter-type-narrowed find(x)");
        assertThat(found(taken("{}"), taken(both))).containsExactly("parameter-type-narrowed find(x)");
        assertThat(found(taken(both), taken("{}"))).containsExactly("parameter-type-widened find(x)");
    }

    @Test
    void alternativesAreKnownByTheirConstants() {
        String dog = "{'type': 'object', 'required': ['kind'], 'properties': {'kind': {'const': 'dog'}, 'name': %s}}";
        String cat = "{'type': 'object', 'required': ['kind'], 'properties': {'kind': {'const': 'cat'}}}";
        String before = "{'oneOf': [" + dog.formatted(TEXT) + ", " + cat + "]}";

        assertThat(found(taken(before), taken("{'oneOf': [" + cat + ", " + dog.formatted(TEXT) + "]}")))
                .isEmpty();
        assertThat(found(taken(before), taken("{'oneOf': [" + cat + ", " + dog.formatted(NUMBER) + "]}")))
                .containsExactly("parameter-type-narrowed find(x).dog.name");
        assertThat(found(taken(before), taken("{'oneOf': [" + dog.formatted(TEXT) + ", " + TEXT + "]}")))
                .containsExactly("parameter-case-removed find(x).cat", "parameter-relaxed find(x).string");
    }

    @Test
    void primitiveTypesThatMayBeNullAreOthersInJava() {
        String one = "{'name': 'find', 'params': [{'name': 'x', 'required': %s, 'schema': %s}], 'result': {'name': 'r',"
                + " 'schema': %s}}";
        String nothing = "{'type': 'null'}";
        String orNull = "{'type': ['integer', 'null']}";

        assertThat(found(
                        document(one.formatted(true, NUMBER, nothing)),
                        document(one.formatted(false, NUMBER, nothing))))
                .containsExactly("parameter-relaxed find(x)", "parameter-type-widened find(x)");
        assertThat(found(taken(NUMBER), taken(orNull)))
                .containsExactly("parameter-relaxed find(x)", "parameter-type-widened find(x)");
        assertThat(found(taken("{'type': 'boolean'}"), taken("{'type': ['boolean', 'null']}")))
                .containsExactly("parameter-relaxed find(x)", "parameter-type-widened find(x)");
        assertThat(found(
                        taken("{'type': 'number', 'format': 'double'}"),
                        taken("{'type': 'number', 'format': 'double', 'nullable': true}")))
                .containsExactly("parameter-relaxed find(x)", "parameter-type-widened find(x)");
        assertThat(found(taken(TEXT), taken("{'type': ['string', 'null']}")))
                .containsExactly("parameter-relaxed find(x)");
        assertThat(found(
                        document(one.formatted(true, NUMBER, nothing)),
                        document(one.formatted(false, "{'type': 'integer', 'default': 1}", nothing))))
                .containsExactly("parameter-relaxed find(x)");
        assertThat(found(document(one.formatted(true, TEXT, orNull)), document(one.formatted(true, TEXT, NUMBER))))
                .containsExactly("result-tightened find:result", "result-type-narrowed find:result");
        String object = "{'type': 'object', 'properties': {'a': {'type': 'integer'}}%s}";
        String required = object.formatted(", 'required': ['a']");
        String optional = object.formatted("");
        assertThat(found(taken(required), taken(optional)))
                .containsExactly("parameter-relaxed find(x).a", "parameter-type-widened find(x).a");
        assertThat(found(document(one.formatted(true, TEXT, optional)), document(one.formatted(true, TEXT, required))))
                .containsExactly("result-tightened find:result.a", "result-type-narrowed find:result.a");
    }

    @Test
    void optionalMembersThatAreRenamedAreMissed() {
        String object = "{'type': 'object', 'properties': {'n': {'type': 'string'}, '%s': {'type': 'integer'}}}";
        String result = "{'name': 'find', 'params': [], 'result': {'name': 'r', 'schema': " + object + "}}";

        assertThat(found(document(result.formatted("a")), document(result.formatted("b"))))
                .containsExactly("result-member-renamed find:result.a");
        assertThat(found(taken(object.formatted("a")), taken(object.formatted("b"))))
                .containsExactly("parameter-member-renamed find(x).a");
        String nullable =
                "{'type': 'object', 'required': ['%1$s'], 'properties': {'%1$s': {'type': ['string', 'null']}}}";
        assertThat(found(
                        document(result.replace(object, nullable).formatted("a")),
                        document(result.replace(object, nullable).formatted("b"))))
                .containsExactly("result-member-renamed find:result.a");
    }

    @Test
    void integersIncludeOthers() {
        assertThat(formats("int8", "int16")).containsExactly("parameter-type-widened find(x)");
        assertThat(formats("int16", "int32")).containsExactly("parameter-type-widened find(x)");
        assertThat(formats("int32", "big-integer")).containsExactly("parameter-type-widened find(x)");
        assertThat(formats("int64", "big-integer")).containsExactly("parameter-type-widened find(x)");
        assertThat(formats("uint32", "int64")).containsExactly("parameter-type-widened find(x)");
        assertThat(formats("int32", "double")).containsExactly("parameter-type-widened find(x)");
        assertThat(formats("int64", "int32")).containsExactly("parameter-type-narrowed find(x)");
        assertThat(formats("int32", "uint32")).containsExactly("parameter-type-narrowed find(x)");
        assertThat(found(taken(NUMBER), taken("{'type': 'integer', 'format': 'big-integer'}")))
                .containsExactly("parameter-type-widened find(x)");
    }

    @Test
    void integersThatAreTheSameInOtherWords() {
        assertThat(found(
                        taken("{'oneOf': [{'type': 'string'}, {'type': 'integer'}]}"),
                        taken("{'type': ['string', 'integer']}")))
                .isEmpty();
        assertThat(
                        found(
                                taken("{'type': ['string', 'null', 'integer'], 'maxLength': 3}"),
                                taken(
                                        "{'anyOf': [{'type': 'integer'}, {'type': 'string', 'maxLength': 3}, {'type': 'null'}]}")))
                .isEmpty();
        assertThat(found(
                        taken("{'type': 'integer', 'format': 'int32'}"),
                        taken("{'type': 'integer', 'minimum': -2147483648, 'maximum': 2147483647}")))
                .isEmpty();
        assertThat(found(
                        taken("{'type': 'integer', 'minimum': 1}"),
                        taken("{'type': 'integer', 'exclusiveMinimum': 0}")))
                .isEmpty();
        assertThat(found(
                        taken("{'type': 'integer', 'minimum': 0.5, 'maximum': 3}"),
                        taken("{'type': 'integer', 'exclusiveMinimum': 0, 'exclusiveMaximum': 4}")))
                .isEmpty();
        assertThat(found(taken("{'type': 'number', 'minimum': 1}"), taken("{'type': 'number', 'exclusiveMinimum': 0}")))
                .containsExactly("parameter-limit-tightened find(x)", "parameter-relaxed find(x)");
    }

    @Test
    void aBaselineMayBeYaml() {
        String yaml =
                "openrpc: 1.4.1\ninfo: {title: Api}\nmethods:\n- name: find\n  params:\n  - name: x\n    required: true\n"
                        + "    schema: {type: string}\n  result: {name: r, schema: {type: 'null'}}\n";

        assertThat(Comparison.of(
                        List.of(Description.of("Api.yaml", yaml, Places.UNKNOWN)),
                        List.of(description("Api", taken(TEXT)))))
                .isEmpty();
        assertThatThrownBy(() -> Description.of("Api.yml", "a: [", Places.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is not YAML: expected the node content, but found '<stream end>' in line 1");
    }

    @Test
    void aSetIsAListToPeers() {
        String list = "{'type': 'array', 'items': {'type': 'integer'}}";
        String set = "{'type': 'array', 'items': {'type': 'integer'}, 'uniqueItems': true}";
        Places java = pointer -> new Place(Path.of("Api.java"), 1, 1);

        assertThat(found(taken(list), taken(set))).containsExactly("parameter-limit-tightened find(x)");
        assertThat(Comparison.of(
                        List.of(Description.of("Api", taken(list).replace('\'', '"'), java)),
                        List.of(Description.of("Api", taken(set).replace('\'', '"'), java))))
                .isEmpty();
    }

    @Test
    void aServerThatIsGoneIsMissedWhereServersAre() {
        String servers = taken(TEXT).replace("'info'", "'servers': [%s], 'info'");

        assertThat(Comparison.of(
                        List.of(description("Api", servers.formatted("{'url': 'tcp://a:1'}"))),
                        List.of(description("Api", servers.formatted("{'url': 'tcp://b:1'}")))))
                .extracting(Change::rule, Change::pointer)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Rule.SERVER_REMOVED, "/servers"),
                        org.assertj.core.groups.Tuple.tuple(Rule.SERVER_ADDED, "/servers"));
        assertThat(Comparison.of(
                        List.of(description("Api", servers.formatted("{'url': 'tcp://a:1'}"))),
                        List.of(description("Api", taken(TEXT)))))
                .extracting(Change::pointer)
                .containsExactly("");
    }

    @Test
    void elementsAfterATupleCount() {
        String tuple = "{'type': 'array', 'items': [" + TEXT + "," + TEXT + "], 'additionalItems': %s}";

        assertThat(found(taken(tuple.formatted("true")), taken(tuple.formatted("false"))))
                .containsExactly("parameter-limit-tightened find(x)[]");
        assertThat(found(taken(tuple.formatted(TEXT)), taken(tuple.formatted("true"))))
                .containsExactly("parameter-type-widened find(x)[]");
    }

    private static List<String> formats(String before, String after) {
        return found(taken(format(before)), taken(format(after)));
    }

    private static String format(String name) {
        return "{'type': '" + (name.equals("double") ? "number" : "integer") + "', 'format': '" + name + "'}";
    }

    @Test
    void membersBesideAlternativesCount() {
        String union = "{'oneOf': [{'type': 'object', 'properties': {'a': {'type': 'string'}}}, {'type': 'string'}],"
                + " 'properties': {%s}}";

        assertThat(found(taken(union.formatted("'b': {}")), taken(union.formatted(""))))
                .containsExactly("parameter-member-removed find(x).b");
    }

    @Test
    void listsTuplesAndMapsAreLookedInto() {
        assertThat(found(
                        taken("{'type': 'array', 'items': {'type': 'array', 'items': " + TEXT + "}}"),
                        taken("{'type': 'array', 'items': {'type': 'array', 'items': " + NUMBER + "}}")))
                .containsExactly("parameter-type-narrowed find(x)[][]");
        assertThat(found(
                        taken("{'type': 'array', 'items': [" + TEXT + ", " + NUMBER + "]}"),
                        taken("{'type': 'array', 'items': [" + TEXT + ", " + TEXT + "]}")))
                .containsExactly("parameter-type-narrowed find(x)[1]");
        assertThat(found(
                        taken("{'type': 'array', 'items': [" + TEXT + ", " + NUMBER + "]}"),
                        taken("{'type': 'array', 'items': [" + TEXT + ", " + TEXT + ", " + TEXT + "]}")))
                .containsExactly("parameter-type-narrowed find(x)");
        assertThat(found(
                        taken("{'type': 'object', 'additionalProperties': " + TEXT + "}"),
                        taken("{'type': 'object', 'additionalProperties': {}}")))
                .containsExactly("parameter-type-widened find(x){}");
        assertThat(found(
                        taken("{'type': 'object', 'patternProperties': {'^a': " + TEXT + "}}"),
                        taken("{'type': 'object', 'patternProperties': {'^a': " + NUMBER + "}}")))
                .containsExactly("parameter-type-narrowed find(x){^a}");
        assertThat(found(
                        taken("{'type': 'object', 'patternProperties': {'^a': " + TEXT + "}}"),
                        taken("{'type': 'object', 'patternProperties': {'^b': " + TEXT + "}}")))
                .containsExactly("parameter-limit-tightened find(x){}");
    }

    @Test
    void limitsAreOrdered() {
        assertThat(limits("'minimum': 2", "'minimum': 1")).containsExactly("parameter-relaxed find(x)");
        assertThat(limits("'minimum': 1", "'minimum': 2")).containsExactly("parameter-limit-tightened find(x)");
        assertThat(limits("", "'maxLength': 2")).containsExactly("parameter-limit-tightened find(x)");
        assertThat(limits("'maxLength': 2", "")).containsExactly("parameter-relaxed find(x)");
        assertThat(limits("'multipleOf': 10", "'multipleOf': 5")).containsExactly("parameter-relaxed find(x)");
        assertThat(limits("'multipleOf': 5", "'multipleOf': 10")).containsExactly("parameter-limit-tightened find(x)");
        assertThat(limits("'multipleOf': 2", "'multipleOf': 3")).containsExactly("parameter-limit-tightened find(x)");
        assertThat(limits("'pattern': 'a'", "'pattern': 'b'")).containsExactly("parameter-limit-tightened find(x)");
        assertThat(limits("'not': {'title': 'a'}", "'not': {'title': 'b'}")).isEmpty();
        assertThat(limits("'minimum': 1, 'maximum': 5", "'minimum': 2, 'maximum': 6"))
                .containsExactly("parameter-limit-tightened find(x)", "parameter-relaxed find(x)");
    }

    @Test
    void whatStandsInAnotherFileIsComparedByName() {
        String reference = "{'$ref': '%s'}";

        assertThat(found(taken(reference.formatted("a.json#/x")), taken(reference.formatted("a.json#/x"))))
                .isEmpty();
        assertThat(found(taken(reference.formatted("a.json#/x")), taken(reference.formatted("a.json#/y"))))
                .containsExactly("parameter-type-narrowed find(x)");
    }

    @Test
    void parametersByPositionOnlyMayBeRenamed() {
        String method = "{'name': 'find', 'paramStructure': 'by-position', 'params': [{'name': '%s', 'required': true,"
                + " 'schema': {'type': 'string'}}], 'result': {'name': 'r', 'schema': {}}}";

        assertThat(found(document(method.formatted("a")), document(method.formatted("b"))))
                .isEmpty();
    }

    @Test
    void aParameterInFrontOfOthersMovesThem() {
        assertThat(found(parameters("b"), parameters("a", "b")))
                .containsExactly("optional-parameter-added find(a)", "parameter-moved find");
        assertThat(found(parameters("a"), parameters("a", "b"))).containsExactly("optional-parameter-added find(b)");
        assertThat(found(parameters("a", "b"), parameters("b"))).containsExactly("parameter-removed find(a)");
    }

    @Test
    void methodsThatLookAlikeAreNotTakenForEachOther() {
        String method = "{'name': '%s', 'params': [], 'result': {'name': 'r', 'schema': {'type': 'string'}}}";
        String other = "{'name': 'other', 'params': []}";

        assertThat(found(
                        document(other, method.formatted("a"), method.formatted("b")),
                        document(other, method.formatted("c"), method.formatted("d"))))
                .containsExactly("method-removed a", "method-removed b", "method-added c", "method-added d");
    }

    @Test
    void servicesArePairedByNameThenByTitle() {
        Description one = description("com.example.One", titled("'One'", TEXT, "{'name': 'one', 'params': []}"));
        Description two = description("com.example.Two", titled("'Two'", TEXT, "{'name': 'two', 'params': []}"));
        Description file = description("release-1", titled("'One'", TEXT, "{'name': 'one', 'params': []}"));

        assertThat(Comparison.of(List.of(one, two), List.of(two, one))).isEmpty();
        assertThat(Comparison.of(List.of(file), List.of(two, one)))
                .extracting(Change::rule, Change::subject)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Rule.SERVICE_ADDED, "com.example.Two"));
        assertThat(Comparison.of(List.of(one, two), List.of(one)))
                .extracting(Change::rule, Change::subject)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Rule.SERVICE_REMOVED, "com.example.Two"));
    }

    @Test
    void dataOfErrorsIsGiven() {
        String method = "{'name': 'find', 'params': [], 'result': {'name': 'r', 'schema': {}}, 'errors': [{'code': 1,"
                + " 'message': 'm'%s}]}";

        assertThat(found(
                        document(method.formatted(", 'data': " + TEXT)),
                        document(method.formatted(", 'data': " + NUMBER))))
                .containsExactly("result-type-widened find:1");
        assertThat(found(document(method.formatted("")), document(method.formatted(", 'data': " + NUMBER))))
                .isEmpty();
    }

    private static List<String> limits(String before, String after) {
        return found(
                taken(("{'type': 'number', " + before + "}").replace(", }", "}")),
                taken(("{'type': 'number', " + after + "}").replace(", }", "}")));
    }

    private static String taken(String schema) {
        return document("{'name': 'find', 'params': [{'name': 'x', 'required': true, 'schema': " + schema
                + "}], 'result': {'name': 'r', 'schema': {'type': 'null'}}}");
    }

    private static String both(String component) {
        String reference = "{'$ref': '#/components/schemas/T'}";
        return titled(
                "'Api'",
                component,
                "{'name': 'find', 'params': [{'name': 'x', 'required': true, 'schema': " + reference
                        + "}], 'result': {'name': 'r', 'schema': " + reference + "}}");
    }

    private static String parameters(String... names) {
        List<String> all = List.of(names).stream()
                .map(name -> "{'name': '" + name + "', 'schema': {'title': 't', 'type': '"
                        + (name.equals("a") ? "string" : "boolean") + "'}}")
                .toList();
        return document(
                "{'name': 'find', 'params': [" + String.join(",", all) + "], 'result': {'name': 'r', 'schema': {}}}");
    }

    private static String document(String... methods) {
        return titled("'Api'", "{}", methods);
    }

    private static String titled(String title, String component, String... methods) {
        return "{'openrpc': '1.4.1', 'info': {'title': " + title + "}, 'methods': [" + String.join(",", methods)
                + "], 'components': {'schemas': {'T': " + component + "}}}";
    }

    private static Description description(String name, String text) {
        return Description.of(name, text.replace('\'', '"'), Places.UNKNOWN);
    }

    private static List<String> found(String before, String after) {
        return Comparison.of(List.of(description("Api", before)), List.of(description("Api", after))).stream()
                .map(change -> change.rule().key() + " " + change.subject())
                .toList();
    }
}
