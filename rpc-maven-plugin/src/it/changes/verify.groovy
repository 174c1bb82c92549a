def log = new File(basedir, 'build.log').text
def builds = log.split('Scanning for projects').drop(1)
assert builds.length == 8

assert builds[0] =~ /2 services: \d+ files \(\d+ written, 0 removed\)/

// A removed interface removes its files; a removed method rewrites those of its service only.
assert builds[1] =~ /1 service: \d+ files \(\d+ written, [1-9]\d* removed\)/
assert builds[1].contains('Compiling')

// A deleted output comes back, alone.
assert builds[2] =~ /1 service: \d+ files \(1 written, 0 removed\)/

// All problems in one run, each at its place.
def place = java.util.regex.Pattern.quote(new File(basedir, 'src/broken/java/com/example').canonicalPath)
assert builds[3] =~ /(?m)^\[ERROR\] ${place}\/Greeter\.java:\[(9|12),\d+\] \[duplicate-wire-name\] .+/
assert builds[3] =~ /(?m)^\[ERROR\] ${place}\/Greeter\.java:\[15,\d+\] \[[a-z-]+\] .+/
assert builds[3] =~ /(?m)^\[ERROR\] ${place}\/Clock\.java:\[9,\d+\] \[[a-z-]+\] .+/
assert builds[3] =~ /rpc:generate found \d errors in 2 files \(see above\)\. Nothing was written/
assert !builds[3].contains('Compiling')

// Skipped: the output of the third build is still there and compiles.
assert builds[4].count('Skipped.') == 2
assert builds[4] =~ /Compiling|Nothing to compile/

// No service: a failure for those who ask for it, a warning otherwise.
assert builds[5].contains('[no-services] No interface with @RpcService found in')
assert builds[5].contains('includes [nowhere/**]')
assert builds[6].count('[WARNING] [no-services]') == 1
assert builds[6] =~ /0 services: 0 files \(0 written, [1-9]\d* removed\)/

// Generated files have no place among hand-written ones.
assert builds[7].contains('lies in the source folder')
assert new File(basedir, 'src/two/java/com/example').list() == ['Greeter.java']

// With the last service gone, nothing of ours is left.
assert !new File(basedir, 'target/generated-sources/rpc/com').exists()
assert !new File(basedir, 'target/classes/META-INF/rpc').exists()
