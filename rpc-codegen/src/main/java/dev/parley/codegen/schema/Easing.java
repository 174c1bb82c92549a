package dev.parley.codegen.schema;

/** Says which members are optional for the user though a schema requires them. */
public interface Easing {
    /** No member. */
    Easing NONE = new Easing() {
        @Override
        public boolean contains(Located required) {
            return false;
        }

        @Override
        public void use(Located required) {
            throw new IllegalStateException("nothing is eased");
        }
    };

    /** Whether a name in a list of required members is among them. */
    boolean contains(Located required);

    /** Called for each requirement that is lifted. */
    void use(Located required);
}
