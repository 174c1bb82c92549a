package dev.parley.example.service;

import dev.parley.codec.databind.ParleyMapper;
import dev.parley.example.api.Person;
import tools.jackson.core.JacksonException;

/** The demo, where nobody may look into the example's types; it shows that first. */
final class ClosedDemo {
    private ClosedDemo() {}

    /** Takes what the demo takes. */
    public static void main(String[] args) throws Exception {
        Module api = Person.class.getModule();
        System.out.println("module " + api.getName() + ", open "
                + api.isOpen(
                        Person.class.getPackageName(),
                        ParleyMapper.mapper().getClass().getModule()));
        System.out.println("by reflection: " + byReflection());
        Demo.main(args);
    }

    private static String byReflection() {
        try {
            return ParleyMapper.mapper().writeValueAsString(new Person("Brian", "Python", 1979, 42));
        } catch (JacksonException refused) {
            return "refused";
        }
    }
}
