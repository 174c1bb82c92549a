import java.util.regex.Pattern

def log = new File(basedir, 'build.log').text
def builds = log.split('Scanning for projects').drop(1)
assert builds.length == 6
def generated = new File(basedir, 'target/generated-sources/rpc/com/example/shop')

// Interface, record, client, skeleton and codec came from the document and the file beside it, and run: a method that
// nobody implemented is none.
assert builds[0] =~ /1 service: \d+ files \(\d+ written, 0 removed\)/
assert builds[0].contains('shop.find: Method not found (-32601)')

// Nothing has changed.
assert builds[1].count('Nothing to generate - all files are up to date.') == 2
assert !builds[1].contains('Compiling')

// The file that the document refers to has.
assert builds[2] =~ /1 service: \d+ files \([1-9]\d* written, 0 removed\)/
assert builds[2].contains('Compiling')
assert new File(generated, 'Item.java').text.contains('BOOK')

// So has an option, which the log tells of, at its place.
def folder = Pattern.quote(new File(basedir, 'target/openrpc').canonicalPath + File.separator)
def item = Pattern.quote("parts${File.separator}item.json")
assert builds[3] =~ /(?m)^\[INFO\] ${folder}${item}:\[5,26\] \[optional-member\] \/definitions\/Item\/required\/1 requires "price", which may be missing or null by the pattern "Item\.price"\.$/
assert new File(generated, 'Item.java').text.contains('@Nullable BigDecimal price')

// A server has no such files to give away: what they hold lies in the description itself.
def description = new File(basedir, 'target/classes/META-INF/rpc/com.example.shop.Shop.json').text
assert description.contains('"$ref": "#/components/schemas/Item"') && description.contains('"book"')
assert !description.contains('parts/')

// All mistakes in one run, in both files, each with its pointer and line; nothing was written.
def errors = builds[4].readLines().findAll { it.startsWith('[ERROR] ' + new File(basedir, 'target/openrpc').canonicalPath) }
        .collect { it.replaceAll(/^\[ERROR\] /, '').replaceAll(folder, '').replace('\\', '/') }
assert errors == [
    'parts/item.json:[7,36] [unknown-type] /definitions/Item/properties/id/type/1 is "nil", which is not a type. Write one of null, boolean, integer, number, string, array, object.',
    'parts/item.json:[8,18] [dangling-reference] /definitions/Item/properties/price refers to #/definitions/Price, where there is nothing. Correct the reference.',
    'parts/items.json:[0,0] [unreadable-document] There is no file parts/items.json. Correct the path.',
    'shop.json:[7,70] [unknown-type] /methods/0/params/0/schema/type is "int", which is not a type. Write one of null, boolean, integer, number, string, array, object.',
    'shop.json:[10,5] [duplicate-method] /methods/1 is named "shop.find", as /methods/0 is. Rename one, or remove it.',
    'shop.json:[12,63] [dangling-reference] /methods/1/params/0/schema refers to parts/items.json, where there is nothing. Correct the reference.',
]
assert builds[4].contains('rpc:generate found 6 errors in 3 files (see above). Nothing was written; what an earlier run wrote is still there.')
assert !builds[4].contains('Compiling')

// A document needs a package.
assert builds[5].contains('openRpcDocuments names shop.json, but no package to generate into; set packageName to one such as com.example.pets.')
