def log = new File(basedir, 'build.log').text
def builds = log.split('Scanning for projects').drop(1)
assert builds.length == 6
def place = java.util.regex.Pattern.quote(new File(basedir, 'src/main/java/com/example/Directory.java').canonicalPath)
def gone = /(?m)^\[ERROR\] ${place}:\[8,\d+\] \[method-removed\] WIRE: count is gone, and calls of old clients fail\./

assert builds[0] =~ gone
assert builds[0].contains('rpc:check found 2 errors against v1.0 (see above).')
assert builds[1] =~ gone
assert builds[1] =~ /rpc:check found 2 errors against v1\.0:.*release\/com\.example\.Directory\.json \(see above\)\./
assert builds[2] =~ /baselineRevision is v9, which the git repository of .* does not know\. Correct it, or fetch it/
assert builds[3].contains('baselineRevision is "--output=stolen", which names no revision; write a tag, a branch or a commit')
assert !new File(basedir, 'stolen').exists()
assert builds[4] =~ /baselineFile is .*release\/other\.json, which is not there at the revision v1\.0\./
assert builds[5].contains('Compared with v1.0: nothing that stops a release.')

// The work tree is as it was: nothing was checked out.
assert new File(basedir, 'src/main/java/com/example/Directory.java').text == new File(basedir, 'next/Directory.java').text
assert new File(basedir, 'target/rpc/changes.md').text.contains('Compared with v1.0.')
