import groovy.json.JsonSlurper

def app = new File(basedir, 'build.log').text.split('Scanning for projects').last()

def schemas = { module ->
    def file = new File(basedir, "$module/target/rpc/com.example.post.Post.json")
    new JsonSlurper().parse(file).components.schemas
}
def generated = { module, name -> new File(basedir, "$module/target/generated-sources/rpc/com/example/post/$name") }

// Only what was asked for is looked for, and only what nobody has is missed.
def missing = app.readLines().findAll { it.contains('[missing-dependency]') }.unique()
assert missing*.replaceFirst(/^.*(?=\[missing)/, '') == ['[missing-dependency] com.example:stamps:jar:sources:1.0 could not be '
    + 'resolved; its types are read from their classes, without comments.']

// A record says in its class file what it is made of.
['bare', 'documented'].each { module ->
    assert schemas(module).Stamp.properties.keySet() == ['cents'] as Set
    assert schemas(module).Stamp.description == null
    assert generated(module, 'StampCodec.java').file
}

// The names of a constructor's parameters stand in the source alone: without them there is no codec, and a warning.
assert app.contains('[databind-fallback] com.example.Parcel is left to jackson-databind, which needs reflection, because '
    + 'it has neither a constructor without parameters nor a @JsonCreator. Change it, or name a codec with @RpcCodec.')
assert !generated('bare', 'ParcelCodec.java').exists()
assert schemas('bare').Parcel.description == null
assert generated('documented', 'ParcelCodec.java').file
assert schemas('documented').Parcel.description == 'What the post carries.'
assert schemas('documented').Parcel.properties.keySet() == ['grams'] as Set
