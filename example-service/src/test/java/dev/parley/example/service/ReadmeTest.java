package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the README shows is what the example is. */
class ReadmeTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/parley/example/service");
    private static final Path API = Path.of("../example-api");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");

    private final String readme = Files.readString(Path.of("../README.md"));

    ReadmeTest() throws IOException {}

    private List<String> blocks(String language) {
        return BLOCK.matcher(readme)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }

    @Test
    void theServerIsTheExamplesAndShort() throws Exception {
        String source = Files.readString(SOURCES.resolve("DirectoryServer.java"));
        assertThat(blocks("java")).contains(source);
        assertThat(source.lines()).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void theClientIsTheExamplesAndShort() throws Exception {
        String source = Files.readString(SOURCES.resolve("DirectorySearch.java"));
        assertThat(blocks("java")).contains(source);
        assertThat(source.lines()).hasSizeLessThanOrEqualTo(30);
    }

    @Test
    void theInterfaceAndACallStandInTheFirstTwentyLines() {
        String start = String.join("\n", readme.lines().limit(20).toList());
        assertThat(start).contains("public interface Directory {", "directory.search(null, \"Python\", null);");
    }

    @Test
    void theInterfaceShownIsTheExamples() throws Exception {
        String shown = blocks("java").get(0);
        String source = Files.readString(API.resolve("src/main/java/dev/parley/example/api/Directory.java"));
        String body = shown.substring(shown.indexOf('{') + 1, shown.lastIndexOf('}'));
        List<String> methods = Stream.of(body.split("(?<=;)"))
                .map(ReadmeTest::withoutBlanks)
                .filter(method -> !method.isEmpty())
                .toList();
        // The README leaves out Javadoc.
        String declared = withoutBlanks(source);
        assertThat(methods)
                .isNotEmpty()
                .allSatisfy(method -> assertThat(declared).contains(method));
    }

    @Test
    void theProjectFileShownIsTheExamples() throws Exception {
        Element shown = parsed("<project>" + blocks("xml").get(0) + "</project>");
        Element used = parsed(Files.readString(API.resolve("pom.xml")));
        String version = text(used, "parent", "version");
        assertThat(elements(at(shown, "build")))
                .isEqualTo(elements(at(used, "build")).stream()
                        // The example shows the second way in as well, an OpenRPC document, which has a page of its
                        // own.
                        .filter(line -> !line.contains("/configuration/"))
                        .map(line -> line.replace("${project.version}", version))
                        .toList());
        // The example's parent says which version the runtime has.
        assertThat(elements(at(shown, "dependencies")))
                .isEqualTo(withVersion(elements(at(used, "dependencies")), version));
    }

    private static List<String> withVersion(List<String> dependency, String version) {
        List<String> lines = new ArrayList<>(dependency);
        lines.add("dependencies/dependency/version=" + version);
        return lines;
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static Element parsed(String xml) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        return document.getDocumentElement();
    }

    private static String text(Element element, String... path) {
        Element at = element;
        for (String name : path) {
            at = at(at, name);
        }
        return at.getTextContent().strip();
    }

    private static Element at(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Each element without children, as its path and text, in order: what is left without comments and white space. */
    private static List<String> elements(Element element) {
        List<Element> children = children(element);
        if (children.isEmpty()) {
            return List.of(element.getTagName() + "=" + element.getTextContent().strip());
        }
        return children.stream()
                .flatMap(child -> elements(child).stream())
                .map(line -> element.getTagName() + "/" + line)
                .toList();
    }

    private static List<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }
}
