// Without git there is no revision to compare with; a build that must have all it calls fails for it.
try {
    return ['git', '--version'].execute().waitFor() == 0
} catch (IOException missing) {
    println 'Skipped: git is not installed.'
    return System.getProperty('parley.peers.required') == 'true'
}
