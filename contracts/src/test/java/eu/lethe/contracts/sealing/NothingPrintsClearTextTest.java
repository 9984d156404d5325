package eu.lethe.contracts.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.cases.Assessment;
import eu.lethe.contracts.events.cases.AttachmentDetails;
import eu.lethe.contracts.events.cases.Circumstances;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.Demographics;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.events.cases.InformationSource;
import eu.lethe.contracts.events.cases.ReferralLetter;
import eu.lethe.contracts.events.cases.Reported;
import eu.lethe.contracts.events.consents.ConsentEvidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Personal data cannot get into a log by being printed, nor into JSON but as ciphertext. */
class NothingPrintsClearTextTest {

    private static final String CANARY = "Kermadec";

    static Stream<Object> clear_values() {
        return Stream.of(
                new Identity(
                        CANARY,
                        CANARY,
                        LocalDate.of(1984, 5, 6),
                        null,
                        CANARY,
                        CANARY,
                        CANARY,
                        List.of(CANARY),
                        List.of(CANARY)),
                new Identity(CANARY, CANARY, null, 1984, CANARY, CANARY, CANARY, List.of(CANARY), List.of(CANARY)),
                new Demographics(CANARY, CANARY),
                new Codes(List.of(CANARY)),
                new Circumstances(CANARY, CANARY),
                new AttachmentDetails(CANARY, CANARY, CANARY),
                new Assessment.Section(CANARY, CANARY),
                goal(),
                new Assessment(List.of(new Assessment.Section(CANARY, CANARY)), List.of(goal())),
                new ReferralLetter(CANARY, CANARY),
                new Reported(CANARY, CANARY),
                new InformationSource(CANARY, CANARY, CANARY),
                new ConsentEvidence(CANARY, CANARY, CANARY, CANARY));
    }

    @ParameterizedTest
    @MethodSource("clear_values")
    void a_clear_value_prints_nothing_of_itself(Object clear) {
        assertThat(clear.toString()).doesNotContain(CANARY).doesNotContain("1984");
    }

    @Test
    void a_sealed_value_prints_the_key_id_only() {
        assertThat(Claire.sealed()).hasToString("Sealed[4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001.narrative.1]");
    }

    @Test
    void an_event_prints_no_ciphertext_either() {
        var sealed = Claire.sealed();

        assertThat(contact(sealed).toString()).doesNotContain(sealed.compact());
    }

    @Test
    void in_json_a_sealed_value_is_its_compact_form() {
        var sealed = Claire.sealed();

        var json = EventJson.mapper().valueToTree(contact(sealed));

        assertThat(json.get("text").stringValue()).isEqualTo(sealed.compact());
    }

    @Test
    void read_from_json_it_opens_as_before() {
        var written = EventJson.mapper().writeValueAsString(contact(Claire.sealed()));

        var read = EventJson.mapper().readValue(written, ContactRecorded.class);

        assertThat(Jwe.open(Claire.KEY, Claire.TEXT_OF_CONTACT, read.text()))
                .asString(UTF_8)
                .isEqualTo(Claire.CLEAR);
    }

    private static Assessment.Goal goal() {
        return new Assessment.Goal(UUID.randomUUID(), CANARY, LocalDate.of(1984, 5, 6), CANARY);
    }

    private static ContactRecorded contact(Sealed<String> text) {
        return new ContactRecorded(
                UUID.randomUUID(),
                Claire.PERSON,
                Claire.CONTACT,
                "centre",
                LocalDate.of(2026, 3, 2),
                null,
                text,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                UUID.randomUUID(),
                Instant.parse("2026-03-02T09:30:00Z"));
    }
}
