def log = new File(basedir, 'build.log').text

// The application ran as a module that nobody may look into.
assert log.contains('module com.example.shelf, exported false, open false')

// A record, an enum, a class with setters and an exception with data went both ways, in memory and through Netty.
['memory:shelf', 'tcp://127.0.0.1:0'].each { address ->
    assert log.contains("$address gave Book[title=Emma, kind=NOVEL, printed=1815-12-23, sequels=[]]")
    assert log.contains("$address noted good!")
    assert log.contains("$address lost Emma")
}

// Nothing was left to reflection, at build time or later.
assert !log.contains('databind-fallback')
assert new File(basedir, 'target/generated-sources/rpc/com/example/shelf/NoteCodec.java').file
