package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.codec.JsonValue.JsonObject;
import dev.parley.contract.MethodDescriptor;
import dev.parley.description.Description;
import dev.parley.example.petstore.NewPet;
import dev.parley.example.petstore.Pet;
import dev.parley.example.petstore.PetstoreExpanded;
import dev.parley.example.petstore.PetstoreExpandedClient;
import dev.parley.example.petstore.PetstoreExpandedSkeleton;
import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server generated from the petstore's document serves it, and says of itself what the document says. */
class PetstoreTest {
    private RpcServer server;
    private Peer peer;

    /** Pets by their number. */
    private static final class Shop implements PetstoreExpanded {
        private final List<Pet> pets = new ArrayList<>();

        @Override
        public synchronized List<Pet> getPets(@Nullable List<String> tags, @Nullable Long limit) {
            return pets.stream()
                    .filter(pet -> tags == null || tags.contains(pet.tag()))
                    .limit(limit == null ? pets.size() : limit)
                    .toList();
        }

        @Override
        public synchronized Pet createPet(@Nullable NewPet newPet) {
            Pet pet = new Pet(newPet.name(), newPet.tag(), pets.size());
            pets.add(pet);
            return pet;
        }

        @Override
        public synchronized Pet getPetById(long id) {
            return pets.get((int) id);
        }

        @Override
        public synchronized JsonValue deletePetById(long id) {
            pets.removeIf(pet -> pet.id() == id);
            return JsonValue.nothing();
        }
    }

    @BeforeEach
    void serve() throws Exception {
        server = RpcServer.builder()
                .service(new PetstoreExpandedSkeleton(new Shop()))
                .describedBy(Description.of("Petstore", "1.0.0"))
                .listen("tcp://127.0.0.1:0")
                .start();
        peer = Peer.connect(server.uri());
    }

    @AfterEach
    void close() {
        peer.close();
        server.close();
    }

    @Test
    void petsComeAndGo() {
        PetstoreExpanded shop = new PetstoreExpandedClient(peer);
        Pet tom = shop.createPet(new NewPet("Tom", "cat"));
        Pet rex = shop.createPet(new NewPet("Rex", null));
        assertThat(shop.getPets(null, null)).containsExactly(tom, rex);
        assertThat(shop.getPets(List.of("cat"), 1L)).containsExactly(tom);
        assertThat(shop.getPetById(rex.id())).isEqualTo(rex);
        assertThat(shop.deletePetById(tom.id())).isEqualTo(JsonValue.nothing());
        assertThat(shop.getPets(null, null)).containsExactly(rex);
    }

    @Test
    void discoverGivesADocumentThatIsValidAndSaysAllThatTheOriginalSays() throws Exception {
        JsonObject discovered = (JsonObject) peer.call(MethodDescriptor.untyped("rpc.discover"), (Object) null);
        assertThat(OpenRpcSchema.errors(discovered.toString())).isEmpty();
        JsonObject original =
                (JsonObject) Json.parse(Files.readAllBytes(Path.of("src/test/openrpc/petstore-expanded.json")));
        assertThat(discovered.members().get("methods"))
                .isEqualTo(original.members().get("methods"));
        assertThat(discovered.members().get("components"))
                .isEqualTo(original.members().get("components"));
    }
}
