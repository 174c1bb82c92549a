def log = new File(basedir, 'build.log').text
def builds = log.split('Scanning for projects').drop(1)
assert builds.length == 10

// The candidate is newer, and passed over.
assert builds[0].contains('Compared with com.example:check-artifact:1.0: nothing that stops a release.')

def gone = /\[ERROR\] .*Directory\.java:\[8,\d+\] \[method-removed\] WIRE: count is gone, and calls of old clients fail\./
assert builds[1] =~ gone
assert builds[1].contains('rpc:check found 2 errors against com.example:check-artifact:1.0 (see above).')
assert builds[2] =~ gone

assert builds[3].contains('The baseline com.example:check-artifact:0.1 can\'t be had: ')
assert builds[4].contains('The baseline com.example:check-artifact:1.1-rc1 describes no service')
assert builds[5].contains('baseline is "check-artifact", which names no artifact; write groupId:artifactId:version[:type[:classifier]].')

assert builds[6].contains('[WARNING] [no-baseline] com.example:check-artifact has no release before 0.9 in the repositories, so there')
assert builds[6].contains('BUILD SUCCESS')
assert builds[7].contains('[no-baseline] com.example:check-artifact has no release before 0.9 in the repositories, so there')
assert builds[7].contains('BUILD FAILURE')
assert builds[8].contains('[WARNING] [no-baseline] com.example:check-artifact:0.9 describes no service, because rpc:describe did not run')

assert builds[9] =~ gone
assert new File(basedir, 'target/rpc/changes.md').text.contains('Compared with com.example:check-artifact:1.0.')
