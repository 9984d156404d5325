package eu.lethe.consents.purpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.CatalogueTable;
import eu.lethe.platform.catalogue.InvalidCatalogue;
import eu.lethe.platform.catalogue.Recipients;
import eu.lethe.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

class PurposesTest {

    private static final Recipients RECIPIENTS = Recipients.read(new ClassPathResource("catalogue/recipients.csv"));

    private static final String HEADER = "code,legal_basis,health_basis,compartments,recipients,consent_required,"
            + "retention_rule,label_fr,label_en\n";

    @Test
    void the_register_that_ships_is_sound() {
        var purposes = purposes(new ClassPathResource("catalogue/purposes.csv"));

        assertThat(purposes.all()).extracting(Purpose::code).contains("social-support", "contact-reminders");
    }

    @Test
    void a_purpose_that_the_law_allows_anyway_asks_for_no_consent() {
        var support = purposes(new ClassPathResource("catalogue/purposes.csv"))
                .of("social-support")
                .orElseThrow();

        assertThatThrownBy(support::mustRestOnConsent)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("sham-consent"));
    }

    @Test
    void a_purpose_that_rests_on_consent_may_ask_for_it() {
        purposes(new ClassPathResource("catalogue/purposes.csv"))
                .of("contact-reminders")
                .orElseThrow()
                .mustRestOnConsent();
    }

    @Test
    void a_purpose_covers_the_compartments_of_its_line() {
        var purposes = purposes(file("a,consent,,identity coding,,true,r,A,A"));

        assertThat(purposes.of("a").orElseThrow().compartments())
                .containsExactly(Compartment.IDENTITY, Compartment.CODING);
    }

    @Test
    void consent_that_is_required_without_being_the_basis_is_refused_naming_the_line() {
        assertThatThrownBy(() -> purposes(file("a,public-task,,identity,,true,r,A,A")))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("purposes.csv, line 2");
    }

    @Test
    void health_data_without_a_ground_of_its_own_is_refused() {
        assertThatThrownBy(() -> purposes(file("a,public-task,,health,,false,r,A,A")))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("health_basis");
    }

    @Test
    void a_recipient_that_the_catalogue_does_not_know_is_refused_naming_the_line() {
        assertThatThrownBy(() -> purposes(file("a,consent,,identity,nobody,true,r,A,A")))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("purposes.csv, line 2")
                .hasMessageContaining("recipients.csv");
    }

    @Test
    void a_code_named_twice_is_refused() {
        var line = "a,public-task,,identity,,false,r,A,A\n";

        assertThatThrownBy(() -> purposes(file(line + line))).hasMessageContaining("twice");
    }

    private static Purposes purposes(Resource file) {
        return new Purposes(CatalogueTable.read(file, row -> Purpose.row(row, RECIPIENTS)));
    }

    private static Resource file(String lines) {
        return new ByteArrayResource((HEADER + lines).getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "purposes.csv";
            }
        };
    }
}
