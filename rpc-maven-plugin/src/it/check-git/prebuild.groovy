// A release is a tag; after it the work goes on, and is not committed yet.
def git = { String... arguments ->
    def process = (['git', '-C', basedir.path, '-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com',
            '-c', 'commit.gpgsign=false', '-c', 'core.hooksPath=none', '-c', 'core.autocrlf=false'] + arguments.toList()).execute()
    def said = process.errorStream.text + process.inputStream.text
    assert process.waitFor() == 0 : said
}
new File(basedir, '.git').deleteDir()
git('init', '--quiet')
git('add', 'src', 'release')
git('commit', '--quiet', '-m', 'Release')
git('tag', 'v1.0')
new File(basedir, 'src/main/java/com/example/Directory.java').text = new File(basedir, 'next/Directory.java').text
new File(basedir, 'release/com.example.Directory.json').text = '{}'
true
