package eu.lethe.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who has a person's key finds what they put somewhere; nobody else can tell what lies where. */
class HiddenPlacesTest {

    private static final UUID PERSON = UUID.fromString("4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001");
    private static final UUID OTHER = UUID.fromString("4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de002");
    private static final String CONTACT = "contact b3c1d2e4-0000-4a6b-8c7d-5f1e2d3c4b01";

    private final FakeKeyLeases keeper = new FakeKeyLeases()
            .keeping(PERSON, Compartment.CODING, Compartment.HEALTH)
            .keeping(OTHER, Compartment.CODING);
    private final LeasedKeys keys = new LeasedKeys(keeper, System::nanoTime, new SimpleMeterRegistry());
    private final HiddenPlaces places = new HiddenPlaces(keys);

    @Test
    void what_was_put_somewhere_is_found_there() {
        assertThat(place()).isEqualTo(new HiddenPlaces(keys).of(PERSON, Compartment.CODING, CONTACT));
    }

    @Test
    void one_contact_has_another_place_for_each_person_and_compartment() {
        assertThat(Set.of(
                        place(),
                        places.of(PERSON, Compartment.HEALTH, CONTACT),
                        places.of(OTHER, Compartment.CODING, CONTACT),
                        places.of(PERSON, Compartment.CODING, "year 2026")))
                .hasSize(4);
    }

    @Test
    void a_key_of_the_next_generation_does_not_find_what_the_one_before_hid() {
        var before = place();
        keeper.keep(new KeyId(PERSON, Compartment.CODING, 2));
        keys.evict(PERSON, Set.of(Compartment.CODING));

        assertThat(place()).isNotEqualTo(before);
    }

    @Test
    void a_key_that_is_not_leased_finds_nothing() {
        keeper.refuse(PERSON, Compartment.CODING, KeyRefused.Cause.SUSPENDED);

        assertThatExceptionOfType(KeyRefused.class).isThrownBy(this::place);
    }

    private UUID place() {
        return places.of(PERSON, Compartment.CODING, CONTACT);
    }
}
