/** Exports nothing and opens nothing: nobody can read its types by reflection. */
module com.example.shelf {
    requires dev.parley.runtime;
}
