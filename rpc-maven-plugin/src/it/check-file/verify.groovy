def log = new File(basedir, 'build.log').text
def builds = log.split('Scanning for projects').drop(1)
assert builds.length == 8
def place = java.util.regex.Pattern.quote(new File(basedir, 'src/next/java/com/example/Directory.java').canonicalPath)

assert builds[0].contains('Compared with com.example.Directory.json: nothing that stops a release.')

// Each difference on its line, with what it breaks and the way out.
assert builds[1] =~ /(?m)^\[ERROR\] ${place}:\[10,\d+\] \[optional-parameter-added\] SOURCE: find\(city\) is new, and calls in Java lack an argument\. Add an overload/
assert builds[1] =~ /(?m)^\[ERROR\] ${place}:\[8,\d+\] \[method-removed\] WIRE: count is gone, and calls of old clients fail\. Keep it, deprecated/
assert builds[1].contains('rpc:check found 2 errors against com.example.Directory.json (see above).')

assert builds[2] =~ /(?m)^\[INFO\] ${place}:\[8,\d+\] \[method-removed\] Waived until 9999-12-31 \(Nobody counted\.\): count is gone/
assert builds[2].contains('nothing that stops a release.')

assert builds[3] =~ /\[ERROR\] .*expired\.json:\[2,3\] \[waiver-expired\] The waiver of method-removed for count ended on 2020-02-29 \(Nobody counted\.\)/
assert builds[3].contains('rpc:check found 3 errors')

assert builds[4] =~ /(?m)^\[WARNING\] ${place}:\[8,\d+\] \[method-removed\] WIRE: count is gone/
assert builds[5].contains('failOn names "WIRES", which is no level; write some of WIRE, SOURCE, BEHAVIOUR, or NONE.')
assert builds[6].contains('baseline names com.example:check-file:1.0, and baselineFile')
assert builds[7].contains('Skipped.')

def report = new File(basedir, 'target/rpc/changes.md').text
assert report.contains('## Break what this build does not hold')
assert report.contains('| `method-removed` | `count` | WIRE | count is gone, and calls of old clients fail. |')
