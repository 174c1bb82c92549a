def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.length == 5

def main = new File(basedir, 'target/generated-sources/rpc/com/example')
def test = new File(basedir, 'target/generated-test-sources/rpc/com/example')

// Each execution has its own files in the one folder, and its own parameters.
assert builds[0].findAll(/1 service: \d+ files? \(\d+ written, 0 removed\)/).size() == 3
assert new File(basedir, 'target/classes/com/example/inner/StockSkeleton.class').file

// Neither took the other's output for its own, or for a source.
assert builds[1].count('Nothing to generate - all files are up to date.') == 3

// The one that finds nothing any more removes its own files, and no others.
assert builds[2] =~ /0 services: 0 files \(0 written, [1-9]\d* removed\)/

// The command line generates a skeleton for the outer service too; the pom does not want it and gets rid of it.
assert builds[3] =~ /2 services: \d+ files \(\d+ written, 0 removed\)/
assert builds[4] =~ /1 service: \d+ files? \(\d+ written, [1-9]\d* removed\)/
assert new File(main, 'outer/WeatherClient.java').file
assert !new File(main, 'outer/WeatherSkeleton.java').exists()
assert new File(main, 'inner/StockClient.java').file
assert new File(main, 'inner/StockSkeleton.java').file
assert new File(basedir, 'target/rpc').list().findAll { it.contains('default-cli') }.empty

// Services among the tests are generated for the tests.
assert new File(test, 'ProbeClient.java').file
assert new File(basedir, 'target/test-classes/com/example/ProbeClient.class').file
assert !new File(basedir, 'target/classes/com/example/ProbeClient.class').exists()
