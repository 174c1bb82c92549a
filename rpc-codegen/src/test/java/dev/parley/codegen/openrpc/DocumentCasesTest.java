package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.DocumentRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of odd shapes, each of which stands for a kind that once failed. */
class DocumentCasesTest {
    @TempDir
    Path folder;

    @Test
    void aServiceWithoutMethods() {
        assertThat(compiled("[]", "")).isEmpty();
    }

    @Test
    void textsWithEveryKindOfLineBreak() {
        String odd = "a\u2028b\u2029c\u0085d\\ne\\rf\\u000bg\\u0000h\\\\u0041\\\"";
        assertThat(compiled(
                        "[{'name':'m " + odd + "','summary':'" + odd + "','description':'" + odd + "','params':["
                                + "{'name':'p " + odd + "','schema':{'type':'string','default':'" + odd
                                + "','pattern':'a\u2028|\u2029'}},"
                                + "{'name':'q','schema':{'enum':['x" + odd + "','y" + odd + "'],'description':'" + odd
                                + "'}},"
                                + "{'name':'r','schema':{'type':'object','title':'" + odd
                                + "','required':['k'],'properties':"
                                + "{'k':{'const':'" + odd + "'},'z" + odd + "':{'type':'integer'}}}}],"
                                + "'errors':[{'code':5,'message':'M " + odd + "','data':{'type':'string'}}],"
                                + "'result':{'name':'r " + odd + "','schema':{'type':'null'}}}]",
                        ""))
                .isEmpty();
    }

    @Test
    void alternativesThatAreEachOther() {
        String components = "'X':{'anyOf':[{'$ref':'#/components/schemas/Y'},{'type':'string'}]},"
                + "'Y':{'anyOf':[{'$ref':'#/components/schemas/X'},{'type':'integer'}]},"
                + "'Z':{'oneOf':[{'$ref':'#/components/schemas/Z'},{'type':'boolean'}]},"
                + "'U':{'allOf':[{'$ref':'#/components/schemas/U'},{'type':'boolean'}]},"
                + "'V':{'oneOf':[{'type':'array','items':{'$ref':'#/components/schemas/V'}},{'$ref':'#/components/schemas/V'}]}";
        SchemaTrial trial = SchemaTrial.of(
                folder,
                List.of(
                        "{'$ref':'#/components/schemas/X'}",
                        "{'$ref':'#/components/schemas/Y'}",
                        "{'$ref':'#/components/schemas/Z'}",
                        "{'$ref':'#/components/schemas/U'}",
                        "{'$ref':'#/components/schemas/V'}"),
                components + ",");

        for (int i = 0; i < 2; i++) {
            assertThat(trial.failures(i, "'a'")).isEmpty();
            assertThat(trial.failures(i, "1")).isEmpty();
        }
        assertThat(trial.failures(2, "true")).isEmpty();
        assertThat(trial.failures(3, "true")).isEmpty();
        assertThat(trial.failures(4, "[[],[[]]]")).isEmpty();
    }

    @Test
    void moreMembersAndParametersThanAMethodOfJavaTakes() {
        StringBuilder properties = new StringBuilder();
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            properties.append(i == 0 ? "" : ",").append("'p" + i + "':{'type':'integer'}");
            parameters.append(i == 0 ? "" : ",").append("{'name':'p" + i + "','schema':{'type':'integer'}}");
        }
        assertThat(mistakes("[{'name':'m','params':[" + parameters
                        + "],'result':{'name':'r','schema':{'type':'object','properties':{" + properties + "}}}}]"))
                .containsExactly(
                        "trial.json:[1,68] [too-many-values] /methods/0 has 300 parameters, more than Java can pass to a"
                                + " method: 254, where long and double count twice. Put some into an object of their own.",
                        "trial.json:[1,13211] [too-many-values] /methods/0/result/schema has 300 members, more than Java"
                                + " can pass to a method: 254, where long and double count twice. Put some into an object"
                                + " of their own.");
    }

    @Test
    void aWrongValueInsideUnionsIsNamedByItsPointer() {
        String inner = "{'oneOf':[{'type':'object','required':['kind','version'],'properties':{'kind':{'const':'a'},"
                + "'version':{'type':'number'}}},{'type':'object','required':['kind'],'properties':{'kind':{'const':'b'}}}]}";
        SchemaTrial trial = SchemaTrial.of(
                folder,
                List.of("{'oneOf':[{'type':'object','required':['tag','object'],'properties':{'tag':{'const':'x'},"
                        + "'object':" + inner + "}},{'type':'object','required':['tag','list'],'properties':{'tag':"
                        + "{'const':'y'},'list':{'type':'array','items':" + inner + "}}}]}"));

        assertThat(trial.back(0, "{'tag':'x','object':{'kind':'a','version':'1'}}"))
                .isEqualTo("refused: /object/version: expected a number, found a string");
        assertThat(trial.back(0, "{'tag':'y','list':[{'kind':'b'},{'kind':'a','version':true}]}"))
                .isEqualTo("refused: /list/1/version: expected a number, found a boolean");
    }

    @Test
    void deepAndLongNamesBecomeFiles() {
        String deep = "{'type':'integer'}";
        String value = "1";
        for (int level = 60; level > 0; level--) {
            String name = level % 2 == 0 ? "d" : "reservationItemDetail" + level;
            deep = "{'type':'object','properties':{'" + name + "':" + deep + "}}";
            value = "{'" + name + "':" + value + "}";
        }
        String title = "A".repeat(130) + " " + "b".repeat(130);
        String named = "{'type':'object','title':'" + title + "','properties':{'" + "p".repeat(260)
                + "':{'type':'object','properties':{'q':{'enum':['a','b']}}}}}";
        SchemaTrial trial = SchemaTrial.of(folder, List.of(deep, named));

        assertThat(trial.failures(0, value)).isEmpty();
        assertThat(trial.failures(1, "{'" + "p".repeat(260) + "':{'q':'a'}}")).isEmpty();
        DocumentProject titled = SchemaTrial.project(
                folder,
                document(
                                "[{'name':'" + "m".repeat(300) + "','params':[{'name':'" + "n".repeat(300)
                                        + "','schema':" + named
                                        + "}],'errors':[{'code':1,'message':'" + "数".repeat(200)
                                        + "'}],'result':{'name':'r','schema':" + named + "}}]",
                                "")
                        .replace("'Api'", "'" + title + "'"));
        assertThat(titled.compile().mistakes()).isEmpty();
        assertThat(titled.result().sources())
                .allSatisfy(file ->
                        assertThat(file.path().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200));
    }

    @Test
    void aTakenNameGivesWayToATitle() {
        DocumentProject project = SchemaTrial.project(
                folder,
                document(
                        "[{'name':'m','params':[],'result':{'name':'r','schema':{'$ref':'#/components/schemas/D'}}}]",
                        "'D':{'type':'object','properties':{'d':{'type':'object','title':'Inner part','properties':{'x':"
                                + "{'type':'integer'}}}}}"));
        assertThat(project.compile().source("trial/D.java")).contains("record InnerPart(");
    }

    @Test
    void oneSchemaInOneMethodIsOneType() {
        String shape = "{'type':'object','properties':{'x':{'type':'integer'}}}";
        DocumentProject project = SchemaTrial.project(
                folder,
                document(
                        "[{'name':'m','params':[{'name':'v','required':true,'schema':" + shape
                                + "},{'name':'w','required':true,'schema':" + shape
                                + "}],'result':{'name':'r','schema':" + shape + "}},"
                                + "{'name':'n','params':[],'result':{'name':'r','schema':" + shape + "}}]",
                        ""));
        assertThat(project.compile().source("trial/Api.java")).contains("MV m(MV v, MV w);", "NResult n();");
    }

    @Test
    void alternativesThatOnlyNarrowAreNoted() {
        DocumentProject project = SchemaTrial.project(
                folder,
                document(
                        "[{'name':'m','params':[{'name':'p','schema':{'type':'object','properties':{'a':{'type':'string'},"
                                + "'b':{'type':'string'}},'oneOf':[{'required':['a']},{'required':['b']}]}},"
                                + "{'name':'q','schema':{'type':'string','anyOf':[{'minLength':3},{'pattern':'^$'}]}},"
                                + "{'name':'r','schema':{'type':'string','anyOf':[{'title':'A'},{'description':'B'}]}}]}]",
                        ""));
        assertThat(project.compile().notes())
                .containsExactly(
                        "trial.json:[1,195] [unchecked-word] /methods/0/params/0/schema/oneOf is not checked: values that it"
                                + " forbids are taken.",
                        "trial.json:[1,283] [unchecked-word] /methods/0/params/1/schema/anyOf is not checked: values that it"
                                + " forbids are taken.");
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        String text = "\uFEFF" + document("[]", "");
        assertThat(SchemaTrial.project(folder, text).mistakes()).isEmpty();
    }

    @Test
    void aNameTwiceIsAMistakeWithBothLines() {
        assertThat(SchemaTrial.project(folder, """
                        {"openrpc": "1.4.1", "info": {"title": "A", "version": "1"},
                         "methods": [],
                         "components": {"schemas": {"a~/b": {"type": "string",
                           "type": "integer"}}},
                         "methods": []}
                        """).mistakes())
                .containsExactly(
                        "trial.json:[4,4] [duplicate-name] /components/schemas/a~0~1b/type appears twice, in line 3 and in"
                                + " line 4. Remove one of them.",
                        "trial.json:[5,2] [duplicate-name] /methods appears twice, in line 2 and in line 5. Remove one of"
                                + " them.");
    }

    @Test
    void wholeNumbersMayBeWrittenAsDecimals() {
        SchemaTrial trial = SchemaTrial.of(
                folder,
                List.of(
                        "{'type':'string','minLength':2.0,'maxLength':1e1}",
                        "{'type':'array','items':{'type':'integer'},'minItems':1.0,'maxItems':9007199254740991}",
                        "{'type':'integer','minimum':1.0,'maximum':3.0}",
                        "{'type':'integer','enum':[1.0,2]}"));

        assertThat(trial.failures(0, "'ab'")).isEmpty();
        assertThat(trial.back(0, "'a'")).isEqualTo("refused: expected a string of at least 2 characters, found \"a\"");
        assertThat(trial.failures(1, "[1]")).isEmpty();
        assertThat(trial.back(1, "[]")).startsWith("refused: ");
        assertThat(trial.failures(2, "3")).isEmpty();
        assertThat(trial.failures(3, "1")).isEmpty();
        assertThat(trial.back(3, "3")).startsWith("refused: ");
    }

    @Test
    void identifiersOfSchemas() {
        String components = "'Pet':{'$id':'https://example.com/pet.json','type':'object','properties':{"
                + "'owner':{'$ref':'#/components/schemas/Owner'},'tag':{'$ref':'#/definitions/Tag'},"
                + "'friend':{'$ref':'https://example.com/pet.json'}},'definitions':{'Tag':{'type':'string'}}},"
                + "'Owner':{'$id':'Owner','type':'object','properties':{'name':{'type':'string'},"
                + "'pets':{'type':'array','items':{'$ref':'#/components/schemas/Pet'}}},'required':['name']},";
        SchemaTrial trial = SchemaTrial.of(folder, List.of("{'$ref':'#/components/schemas/Pet'}"), components);

        assertThat(trial.failures(0, "{'owner':{'name':'x','pets':[{}]},'tag':'t','friend':{'tag':'u'}}"))
                .isEmpty();
        assertThat(trial.back(0, "{'tag':1}")).startsWith("refused: ");
    }

    @Test
    void theMethodThatEveryServerHas() {
        assertThat(compiled(
                        "[{'name':'rpc.discover','params':[],'result':{'name':'d','schema':{'$ref':"
                                + "'https://raw.githubusercontent.com/open-rpc/meta-schema/master/schema.json'}}},"
                                + "{'name':'m','params':[],'result':{'name':'r','schema':{'type':'null'}}}]",
                        ""))
                .isEmpty();
    }

    @Test
    void aMethodWithoutParams() {
        DocumentProject project = SchemaTrial.project(
                folder, document("[{'name':'m','result':{'name':'r','schema':{'type':'integer'}}}]", ""));
        assertThat(project.compile().mistakes()).isEmpty();
        assertThat(project.result().problems())
                .extracting(problem -> problem.severity() + " " + problem.key() + " " + problem.text())
                .containsExactly(
                        "WARNING missing-params /methods/0 lacks the array \"params\": it is taken to be empty. Add it.");
    }

    @Test
    void namesInAnyScript() {
        DocumentProject project = SchemaTrial.project(
                folder,
                document(
                        "[{'name':'m','params':[],'errors':[{'code':1,'message':'Überlauf'},{'code':2,'message':'数据溢出'},"
                                + "{'code':3,'message':'!'},{'code':-2147483648,'message':'Least'}],"
                                + "'result':{'name':'r','schema':{'type':'object','properties':{"
                                + "'<':{'type':'string'},'<=':{'type':'string'},'>':{'type':'string'},'€':{'type':'string'},"
                                + "'-':{'type':'string'},'_':{'type':'string'},'':{'type':'string'},'\uD83D\uDE00':{'type':'string'}}}}}]",
                        ""));
        project.compile();
        assertThat(project.source("trial/MResult.java"))
                .contains(
                        "less,",
                        "lessEquals,",
                        "greater,",
                        "euroSign,",
                        "minus,",
                        "underscore,",
                        "empty,",
                        "grinningFace");
        assertThat(project.result().sources().stream().map(file -> file.path()))
                .contains(
                        "trial/ÜberlaufException.java",
                        "trial/数据溢出Exception.java",
                        "trial/ExclamationException.java",
                        "trial/LeastException.java");
    }

    @Test
    void aFileThatIsMissing() {
        Path missing = folder.resolve("nope.json");
        DocumentProject project = new DocumentProject(
                folder, new DocumentRequest(missing, "trial", "Api", false, true, List.of(), false));
        assertThat(project.result().problems())
                .extracting(problem -> problem.key() + " " + problem.text())
                .containsExactly("unreadable-document There is no file " + missing + ". Correct the path.");
    }

    @Test
    void aDocumentInYaml() throws IOException {
        Path file = Files.writeString(folder.resolve("api.yaml"), """
                openrpc: 1.4.1
                info: {title: Pets, version: '1'}
                methods:
                - name: find
                  params:
                  - &limit
                    name: limit
                    required: true
                    schema: {type: integer, minimum: 0x1, maximum: 1e1}
                  result:
                    name: pet
                    schema:
                      type: object
                      required: [name, kind]
                      properties:
                        name: {type: string}
                        kind: {enum: [yes, ~, 2020-01-01]}
                - name: count
                  params: [*limit]
                  result: {name: n, schema: {type: integr}}
                """);
        DocumentRequest request = new DocumentRequest(file, "trial", "Api", false, true, List.of(), false);
        assertThat(new DocumentProject(folder, request).mistakes())
                .containsExactly(
                        "api.yaml:[20,36] [unknown-type] /methods/1/result/schema/type is \"integr\", which is not a type. Write"
                                + " one of null, boolean, integer, number, string, array, object.");
        Files.writeString(file, Files.readString(file).replace("integr}", "integer}"));
        DocumentProject project = new DocumentProject(folder, request).compile();
        assertThat(project.mistakes()).isEmpty();
        assertThat(project.source("trial/Api.java")).contains("FindResult find(int limit)", "long count(int limit)");
        assertThat(project.result().descriptions().get(0).content()).startsWith("{\n  \"openrpc\": \"1.4.1\",\n");
    }

    @Test
    void yamlThatIsNoneOrTwice() throws IOException {
        assertThat(yaml("openrpc: [1\n"))
                .containsExactly(
                        "api.yml:[2,1] [unreadable-document] The file is not YAML: expected ',' or ']', but got <stream end>.");
        assertThat(yaml("a: 1\na: 2\nopenrpc: 1.4.1\ninfo: {title: t, version: v}\nmethods: []\n"))
                .containsExactly(
                        "api.yml:[2,1] [duplicate-name] /a appears twice, in line 1 and in line 2. Remove one of them.");
        assertThat(yaml("a: &a [*a]\n"))
                .containsExactly("api.yml:[1,4] [unreadable-document] The file is not YAML: a value contains itself.");
    }

    private List<String> yaml(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("api.yml"), text);
        return new DocumentProject(folder, new DocumentRequest(file, "trial", "Api", false, true, List.of(), false))
                .mistakes();
    }

    private List<String> mistakes(String methods) {
        return SchemaTrial.project(folder, document(methods, "")).mistakes();
    }

    private List<String> compiled(String methods, String components) {
        DocumentProject project = SchemaTrial.project(folder, document(methods, components));
        assertThat(project.mistakes()).isEmpty();
        return project.compile().mistakes();
    }

    private static String document(String methods, String components) {
        return ("{'openrpc':'1.4.1','info':{'title':'Api','version':'1'},'methods':" + methods
                        + ",'components':{'schemas':{" + components + "}}}")
                .replace('\'', '"');
    }
}
