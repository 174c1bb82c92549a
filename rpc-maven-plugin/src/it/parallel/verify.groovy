def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.length == 2
assert builds[0].contains('Using the MultiThreadedBuilder implementation with a thread count of 4')
assert builds[0].findAll(/1 service: \d+ files \(\d+ written, 0 removed\)/).size() == 8
// The parent, which has no services, counts as well.
assert builds[1].count('Nothing to generate - all files are up to date.') == 10

// What was made in one folder is what was made in another, byte for byte: sources, descriptions, report.
def outputs = { module ->
    def files = [:]
    ['target/generated-sources/rpc', 'target/classes/META-INF/rpc', 'target/rpc'].each { folder ->
        def root = new File(basedir, "$module/$folder")
        root.eachFileRecurse(groovy.io.FileType.FILES) {
            if (it.name =~ /\.(java|json|md)$/) {
                files["$folder/${root.toPath().relativize(it.toPath())}".toString()] = it.text
            }
        }
    }
    files
}
def north = outputs('north')
assert north.keySet().any { it.endsWith('MastClient.java') }
assert north.keySet().containsAll(['target/rpc/exposure.md', 'target/rpc/com.example.Mast.json'])
assert ['east', 'south', 'west'].every { outputs(it) == north }
