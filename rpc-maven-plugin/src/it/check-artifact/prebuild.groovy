// What was deployed: 0.9, which described nothing yet, 1.0, and a candidate of 1.1 that promises nothing.
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream

def home = new File(basedir, 'repository/com/example/check-artifact')
['0.9', '1.0', '1.1-rc1'].each { version ->
    def folder = new File(home, version)
    folder.mkdirs()
    new File(folder, "check-artifact-${version}.pom").text = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>check-artifact</artifactId>
  <version>${version}</version>
</project>
"""
    new JarOutputStream(new FileOutputStream(new File(folder, "check-artifact-${version}.jar"))).withCloseable { jar ->
        jar.putNextEntry(new JarEntry(version == '1.0' ? 'META-INF/rpc/com.example.Directory.json' : 'META-INF/other.json'))
        jar.write(new File(basedir, 'release/com.example.Directory.json').bytes)
        jar.closeEntry()
    }
}
new File(home, 'maven-metadata.xml').text = """<metadata>
  <groupId>com.example</groupId>
  <artifactId>check-artifact</artifactId>
  <versioning>
    <release>1.1-rc1</release>
    <versions>
      <version>0.9</version>
      <version>1.0</version>
      <version>1.1-rc1</version>
    </versions>
  </versioning>
</metadata>
"""
true
