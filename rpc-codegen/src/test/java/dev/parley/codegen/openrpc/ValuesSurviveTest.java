package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value that a schema allows comes back as it was, wherever in a document the schema is used. */
class ValuesSurviveTest {
    @TempDir
    Path folder;

    @Test
    void nullInAlternatives() {
        String object = "{'type':'object','properties':{'x':{'type':'integer'}},'required':['x']}";
        survive(
                row("{'oneOf':[{'type':['string','null']},{'type':'integer'}]}", "null", "1", "'a'"),
                row("{'anyOf':[{'type':'integer'},{'type':['string','null']}]}", "null", "1", "'a'"),
                row("{'oneOf':[{'type':'string','nullable':true},{'type':'integer'}]}", "null", "1", "'a'"),
                row("{'oneOf':[{'$ref':'#/components/schemas/N'},{'type':'integer'}]}", "null", "1", "'a'"),
                row("{'anyOf':[{'enum':['a',null]},{'type':'integer'}]}", "null", "1", "'a'"),
                row("{'oneOf':[{'enum':['a',null]},{'enum':['b']}]}", "null", "'b'", "'a'"),
                row("{'oneOf':[{'const':null},{'enum':['b']}]}", "null", "'b'"),
                row("{'oneOf':[" + object + ",{'oneOf':[{'type':'string'},{'type':'null'}]}]}", "null", "'b'"),
                row(
                        "{'oneOf':[{'anyOf':[{'type':['boolean','null']},{'type':'integer'}],'title':'T'},{'type':'string'}]}",
                        "null",
                        "'b'",
                        "1",
                        "true"),
                row(
                        "{'anyOf':[{'type':['object','null'],'properties':{'x':{'type':'integer'}},'required':['x']},"
                                + "{'type':'object','properties':{'y':{'type':'integer'}},'required':['y']}]}",
                        "null",
                        "{'x':1}",
                        "{'y':1}"),
                row("{'anyOf':[{'type':'number'},{'type':['integer','null']}]}", "null", "1", "1.5"),
                row("{'allOf':[{'$ref':'#/components/schemas/N'}],'nullable':true}", "null", "'a'"),
                row("{'allOf':[{'$ref':'#/components/schemas/E'}],'nullable':true}", "null", "'a'"),
                row("{'type':'string','nullable':true,'enum':['a','b']}", "null", "'a'"),
                row(
                        "{'oneOf':[{'type':'array','items':{'type':'integer'}},{'type':['array','null'],'items':{'type':'string'}}]}",
                        "null",
                        "[1]",
                        "['a']"));
    }

    @Test
    void elementsAfterTheFirstOnes() {
        String a = "{'type':'string'}";
        String b = "{'type':'integer'}";
        survive(
                row("{'type':'array','prefixItems':[" + a + "],'items':" + b + "}", "['x',1,2]", "['x']", "[]"),
                row(
                        "{'type':'array','items':[" + a + "," + b + "],'additionalItems':{'type':'boolean'}}",
                        "['x',1,true,false]",
                        "['x',1]",
                        "['x']",
                        "[]"),
                row(
                        "{'type':'array','prefixItems':[" + a + "," + b + "]}",
                        "['x']",
                        "[]",
                        "['x',1]",
                        "['x',1,true]",
                        "['x',1,null,{'a':[]}]"),
                row("{'type':'array','items':[" + a + "," + b + "],'minItems':1}", "['x']", "['x',1]", "['x',1,true]"),
                row("{'type':'array','items':[" + a + "," + b + "],'minItems':2}", "['x',1]", "['x',1,true]"),
                row(
                        "{'type':'array','items':[" + a + "," + b + "],'minItems':2,'maxItems':3}",
                        "['x',1]",
                        "['x',1,true]"),
                row("{'type':'array','items':[" + a + "," + b + "],'maxItems':2}", "['x',1]", "['x']", "[]"),
                row("{'type':'array','prefixItems':[" + a + "," + b + "],'items':false}", "['x',1]", "['x']", "[]"),
                row(
                        "{'type':'array','prefixItems':[{'type':['string','null']},{'type':['integer','null']}],'items':{'type':['string','null']}}",
                        "[null,null,null]",
                        "[null]",
                        "[]",
                        "['x',1,'y',null]",
                        "[null,2]"),
                row("{'type':'array','prefixItems':[{},{'type':'null'}]}", "[null]", "[]", "[1]", "[{},null,7]"),
                row(
                        "{'allOf':[{'type':'array','items':" + a + "},{'prefixItems':[{'minLength':1}]}]}",
                        "['x','']",
                        "[]",
                        "['x']"),
                row(
                        "{'allOf':[{'type':'array','prefixItems':[" + a + "]},{'prefixItems':[{}," + b
                                + "],'items':{'type':'boolean'}}]}",
                        "['x',1,true]",
                        "['x']",
                        "[]"),
                row(
                        "{'type':'array','items':[" + a + ",{'type':'object','properties':{'x':" + b + "}}]}",
                        "['x',{'x':1},5]",
                        "['x',{}]"),
                row("{'oneOf':[{'type':'array','prefixItems':[" + a + "]},{'type':'integer'}]}", "[]", "['x',2]", "7"));
    }

    @Test
    void durationsAndTimes() {
        survive(
                row(
                        "{'type':'string','format':'duration'}",
                        "'P1M'",
                        "'P3W'",
                        "'P1Y2M'",
                        "'PT60S'",
                        "'P1DT12H'",
                        "'P1Y2M3DT4H5M6S'"),
                row("{'format':'duration'}", "'P1M'"),
                row(
                        "{'type':'string','format':'date-time'}",
                        "'2026-01-31T12:00:00Z'",
                        "'2026-01-31T12:00:00.123456789Z'"));
    }

    @Test
    void timesMayHaveMoreDigitsThanJavaKeeps() {
        SchemaTrial trial = SchemaTrial.of(
                folder,
                List.of(
                        "{'type':'string','format':'date-time'}",
                        "{'type':'string','format':'time'}",
                        "{'type':'string','format':'uuid'}"));

        assertThat(trial.back(0, "'2026-01-31T12:00:00.1234567891Z'")).isEqualTo("\"2026-01-31T12:00:00.123456789Z\"");
        assertThat(trial.back(0, "'2026-01-31t12:00:00.1z'")).isEqualTo("\"2026-01-31T12:00:00.1Z\"");
        assertThat(trial.back(1, "'12:00:00.1234567891+01:00'")).isEqualTo("\"12:00:00.123456789+01:00\"");
        assertThat(trial.back(2, "'123E4567-E89B-12D3-A456-426614174000'"))
                .isEqualTo("\"123e4567-e89b-12d3-a456-426614174000\"");
        assertThat(trial.project().notes())
                .contains(
                        "trial.json:[1,128] [normalized-value] /methods/0/params/0/schema has the format date-time: it is"
                                + " read as java.time.OffsetDateTime, which drops zeros at the end of a second's fraction,"
                                + " and its digits after the ninth.",
                        "trial.json:[1,1438] [normalized-value] /methods/2/params/0/schema has the format uuid: it is"
                                + " read as java.util.UUID, which writes small letters.");
    }

    @Test
    void membersOfSeveralAlternatives() {
        String a = "{'type':'object','properties':{'a':{'type':'integer'}},'required':['a']}";
        String b = "{'type':'object','properties':{'b':{'type':'integer'}},'required':['b']}";
        String c = "{'type':'object','properties':{'c':{'type':'string'}}}";
        String t = "{'type':'object','properties':{'t':{'const':'%s'},'%s':{'type':'integer'}},'required':['t']}";
        survive(
                row("{'anyOf':[" + a + "," + b + "]}", "{'a':1}", "{'b':2}", "{'a':1,'b':2}"),
                row("{'anyOf':[" + a + "," + c + "]}", "{'a':1}", "{'c':'x'}", "{'a':1,'c':'x'}", "{}"),
                row(
                        "{'anyOf':[" + a + "," + b + "," + c + "]}",
                        "{'a':1,'b':2,'c':'x'}",
                        "{'b':2,'c':'x'}",
                        "{'a':1,'c':'x'}",
                        "{'a':1,'b':2}",
                        "{'c':'x'}"),
                row(
                        "{'anyOf':[{'$ref':'#/components/schemas/P'},{'$ref':'#/components/schemas/Q'}]}",
                        "{'p':1}",
                        "{'q':1}",
                        "{'p':1,'q':2}"),
                row(
                        "{'anyOf':[" + a + "," + b + ",{'type':'string'},{'type':'null'}]}",
                        "{'a':1,'b':2}",
                        "'x'",
                        "null"),
                row(
                        "{'anyOf':[" + t.formatted("x", "a") + "," + t.formatted("y", "b") + "]}",
                        "{'t':'x','a':1}",
                        "{'t':'y','b':1}"),
                row("{'properties':{'z':{'type':'boolean'}},'anyOf':[" + a + "," + b + "]}", "{'z':true,'a':1,'b':2}"));
    }

    @Test
    void integersOfAnySizeThatTheirSchemaMentions() {
        survive(
                row("{'type':'integer','minimum':0,'maximum':18446744073709551615}", "0", "18446744073709551615"),
                row("{'type':'integer','exclusiveMaximum':18446744073709551616}", "18446744073709551615"),
                row("{'type':'integer','minimum':-9223372036854775809}", "-9223372036854775809"),
                row("{'type':'integer','format':'int64','maximum':18446744073709551615}", "18446744073709551615"),
                row("{'type':'integer','format':'int32','maximum':4294967295}", "4294967295"),
                row("{'type':'integer','enum':[1,18446744073709551615]}", "18446744073709551615", "1"),
                row("{'type':'integer','const':18446744073709551615}", "18446744073709551615"),
                row("{'enum':[18446744073709551615]}", "18446744073709551615"),
                row(
                        "{'allOf':[{'type':'integer','minimum':0},{'maximum':36893488147419103232}]}",
                        "36893488147419103232"),
                row(
                        "{'oneOf':[{'type':'integer','maximum':18446744073709551615},{'type':'string'}]}",
                        "18446744073709551615"));
    }

    @Test
    void nullAndMixedValues() {
        SchemaTrial trial = SchemaTrial.of(
                folder,
                List.of(
                        "{'type':'null'}",
                        "{'enum':['a',1,true,null]}",
                        "{'type':['string','integer'],'enum':['a',1,true]}",
                        "{'const':null}",
                        "{'enum':[1,2.5]}"));

        assertThat(trial.back(0, "null")).isEqualTo("null");
        assertThat(trial.back(0, "1")).isEqualTo("refused: expected null, found a number");
        assertThat(trial.back(3, "'a'")).isEqualTo("refused: expected null, found a string");
        for (String value : List.of("'a'", "1", "true", "null")) {
            assertThat(trial.failures(1, value)).isEmpty();
        }
        for (String value : List.of("'b'", "2", "false", "[]", "1.5")) {
            assertThat(trial.back(1, value)).startsWith("refused: ");
        }
        assertThat(trial.back(2, "'a'")).isEqualTo("\"a\"");
        assertThat(trial.back(2, "true")).startsWith("refused: ");
        assertThat(trial.back(2, "2")).startsWith("refused: ");
        assertThat(trial.back(4, "2.5")).isEqualTo("2.5");
        assertThat(trial.back(4, "2")).startsWith("refused: ");
    }

    private record Row(String schema, List<String> values) {}

    private static Row row(String schema, String... values) {
        return new Row(schema, List.of(values));
    }

    private void survive(Row... rows) {
        String shared = "'P':{'type':'object','properties':{'p':{'type':'integer'}},'required':['p']},"
                + "'Q':{'type':'object','properties':{'q':{'type':'integer'}},'required':['q']},"
                + "'N':{'type':['string','null']},'E':{'type':'string','enum':['a','b']},";
        List<Row> all = List.of(rows);
        SchemaTrial trial = SchemaTrial.of(folder, all.stream().map(Row::schema).toList(), shared);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (String value : all.get(i).values()) {
                String schema = all.get(i).schema();
                trial.failures(i, value).forEach(failure -> failures.add(schema + ": " + failure));
            }
        }
        assertThat(failures).isEmpty();
    }
}
