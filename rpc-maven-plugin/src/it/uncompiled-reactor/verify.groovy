def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.length == 2

// The sibling has no classes yet, and no complaint about it.
assert builds[0] =~ /1 service: \d+ files \(\d+ written, 0 removed\)/
assert !builds[0].contains('[WARNING] [')

// Its type was understood from its source: the file written then is the file compiled now.
assert new File(basedir, 'app/target/classes/com/example/PostClient.class').file
assert new File(basedir, 'app/target/classes/com/example/PostSkeleton.class').file
assert builds[1] =~ /Nothing to generate|\(0 written, 0 removed\)/
