package eu.lethe.cases.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is sought outside the unit is named in full. */
class SoughtElsewhereTest {

    private static final KeyId KEY = new KeyId(UUID.randomUUID(), Compartment.IDENTITY, 1);

    private final NameIndex index = new NameIndex(Set::copyOf);

    @BeforeEach
    void persons_of_several_units() {
        put("north", "Martin", "Rosalba", LocalDate.of(1985, 3, 14));
        put("south", "Ben Ali", "Mohammed", LocalDate.of(1990, 7, 7));
        put("south", "D'Angelo", "Chloé", LocalDate.of(1962, 6, 6));
        put("north", "Saint-Jean", "Luc", LocalDate.of(1971, 12, 31));
        put("north", "de la Tour", "Ève", null);
        put("north", "Tremblay", "Jean-Marie", LocalDate.of(1950, 2, 20), "Al");
        put("south", "Kerdoncuff", "Alexandre", LocalDate.of(1985, 3, 14));
        put("south", "Diallo", "Awa", LocalDate.of(1999, 1, 2), "Dialo");
        index.put(
                UUID.randomUUID(),
                "north",
                KEY,
                new Identity("Bihan", "Solène", null, 1987, null, null, null, List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "Rosalba Martin, Martin",
        "martin rosalba 14/03/1985, Martin",
        "Martain Rosalva 14/03/1985, Martin",
        "martin rosalba 1985, Martin",
        "Benali Mohamed 07/07/1990, Ben Ali",
        "Ben Ali Mohamed 7 juillet 1990, Ben Ali",
        "Dangelo Chloe 06/06/1962, D'Angelo",
        "D Angelo Chloe 06/06/62, D'Angelo",
        "St Jean Luc 31/12/1971, Saint-Jean",
        "de la Tour Eve, de la Tour",
        "de la Tour Eve 01/01/1980, de la Tour",
        "Tremblay Jean Marie, Tremblay",
        "Awa Dialo, Diallo",
        "Awa Diallo 02/01/1999, Diallo",
        "Solene Bihan, Bihan",
        "Solene Bihan 1987, Bihan",
        "Solene Bihan 03/12/1987, Bihan",
    })
    void who_is_named_in_full_is_met(String typed, String familyName) {
        assertThat(index.find(SoughtElsewhere.of(typed), 20))
                .first()
                .extracting(NameIndex.Found::familyName)
                .isEqualTo(familyName);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Martin Martain 14/03/1985",
                "Mar tin 14/03/1985",
                "Mart in Martain 14/03/1985",
                "Rosalba Rosalva 14/03/1985",
                "Rosal ba 14/03/1985",
                "Ros Mar 14/03/1985",
                "Martin Ros 14/03/1985",
                "Martain Rosalba",
                "Martin Rosalba 1990",
                "Martin Rosalba 01/01/1990",
                "de la Tour Toure 01/01/1980",
                "Dangelo Angelo 06/06/1962",
                "Jean Marie Jean",
                "Jean Marie Jeanmarie",
                "Ben Ali Ben",
                "Alex Kerdon 14/03/1985",
                "Diallo Dialo",
                "Diallo Dialo 02/01/1999",
                "Solene Bihan 1986",
                "Solene Bihan 03/12/1986",
                "Solen Biann 1987",
                "Solen Biann 03/12/1987"
            })
    void who_is_named_by_half_or_by_a_beginning_is_not(String typed) {
        assertThat(index.find(SoughtElsewhere.of(typed), 20)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Martin", "Martin Martin", "Martin 14/03/1985", "14/03/1985", "1985", "de la", "M. Martin", "a b"
            })
    void one_name_is_too_little(String typed) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> SoughtElsewhere.of(typed))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("no-name-to-look-for"));
    }

    private void put(
            String unit, String familyName, String givenName, @Nullable LocalDate birthDate, String... aliases) {
        index.put(
                UUID.randomUUID(),
                unit,
                KEY,
                new Identity(familyName, givenName, birthDate, null, null, null, null, List.of(aliases), List.of()));
    }
}
