import java.util.jar.JarFile

def log = new File(basedir, 'build.log').text
def builds = log.split('Scanning for projects').drop(1)
assert builds.length == 4

// The call was made, by a test that was compiled against generated code.
assert builds[0].contains('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0')
assert builds[0] =~ /1 service: \d+ files \(\d+ written, 0 removed\)/

def generated = new File(basedir, 'target/generated-sources/rpc/com/example/library')
assert new File(generated, 'LibraryClient.java').file
assert new File(generated, 'LibrarySkeleton.java').file

// The description lies in the jar and in the build folder, and is the same.
def document = new File(basedir, 'target/rpc/com.example.library.Library.json').text
new JarFile(new File(basedir, 'target/outside-reactor-1.0.jar')).withCloseable { jar ->
    def entry = jar.getEntry('META-INF/rpc/com.example.library.Library.json')
    assert jar.getInputStream(entry).getText('UTF-8') == document
}
assert new groovy.json.JsonSlurper().parseText(document).methods*.name == ['find', 'giveBack']

// The interface names no version: the project's stands there.
assert new groovy.json.JsonSlurper().parseText(document).info.version == '1.0'

// The report for a review lies beside it, and names each method by its name on the wire.
def exposure = new File(basedir, 'target/rpc/exposure.md').text
assert exposure.contains('## com.example.library.Library\n')
assert exposure =~ /Methods: 2, with untyped places: 0, with secret places: 0\. Types that are read and written by reflection: 0\./
assert exposure =~ /(?m)^\| `find` \| call \| .+ \|$/
assert exposure =~ /(?m)^\| `giveBack` \| /

// Nothing has changed: nothing is read, nothing is written, nothing is compiled.
assert builds[1].count('Nothing to generate - all files are up to date.') == 2
assert builds[1].contains('Nothing to compile')
assert !builds[1].contains('Compiling')

// Reading all the same writes nothing that has not changed.
assert builds[2].findAll(/\d+ files? \(0 written, 0 removed\)/).size() == 2
assert builds[2].contains('Nothing to compile')

// No place and no time of this build in what was made.
generated.eachFileRecurse(groovy.io.FileType.FILES) {
    assert !it.text.contains(basedir.path)
}
assert !document.contains(basedir.path)
assert !exposure.contains(basedir.path)

// The help knows the parameters and their defaults.
assert builds[3].contains('outputDirectory (Default: ${project.build.directory}/generated-sources/rpc)')
assert builds[3].contains('rpc.failOnNoServices')
