package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.DocumentRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report knows what documents alone can say: tuples, unions by shape, and members that no schema names. */
class ExposureTest {
    @TempDir
    Path folder;

    @Test
    void untypedPlacesOfDocuments() throws IOException {
        Path file = Files.writeString(folder.resolve("api.json"), """
                {
                  "openrpc": "1.3.2",
                  "info": {"title": "Maps", "version": "1"},
                  "methods": [
                    {"name": "mark", "params": [{"name": "at", "required": true, "schema": {"$ref": "#/components/schemas/Spot"}}],
                     "result": {"name": "r", "schema": {"type": "null"}}},
                    {"name": "draw", "params": [{"name": "shape", "required": true, "schema": {"$ref": "#/components/schemas/Figure"}}],
                     "result": {"name": "r", "schema": {"type": "null"}}}
                  ],
                  "components": {"schemas": {
                    "Spot": {"type": "array", "items": [{"type": "integer", "format": "int32"}, {}], "minItems": 2, "additionalItems": false},
                    "Figure": {"anyOf": [
                      {"$ref": "#/components/schemas/Circle"},
                      {"$ref": "#/components/schemas/Named"}
                    ]},
                    "Circle": {"type": "object", "required": ["radius"], "properties": {"radius": {"type": "number"}}, "additionalProperties": false},
                    "Named": {"type": "object", "required": ["label"], "properties": {"label": {"type": "boolean"}}, "additionalProperties": true}
                  }}
                }
                """);
        DocumentProject project = new DocumentProject(folder, new DocumentRequest(file, "api", "", true));
        assertThat(project.mistakes()).isEmpty();
        assertThat(project.result().exposure().get(0).content().lines())
                .contains(
                        "| `mark` | call | `Spot at` | `depth`<br>`messageBytes` |  |  | `Spot.second` |  |  |",
                        "| `draw` | call | `Figure shape` | `depth`<br>`messageBytes` |  |  | `Named.additional` |  |  |");
    }
}
