package eu.lethe.consents.consent;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.consents.consent.ConsentsInForce.InForce;
import eu.lethe.consents.purpose.Purpose;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Label;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final Compartment IDENTITY = Compartment.IDENTITY;
    private static final Compartment NARRATIVE = Compartment.NARRATIVE;
    private static final Compartment HEALTH = Compartment.HEALTH;
    private static final Compartment CODING = Compartment.CODING;

    private static final Purpose LAW = purpose("law", "legal-obligation", false, IDENTITY, CODING);
    private static final Purpose REFERRAL = purpose("referral", "consent", true, IDENTITY, NARRATIVE);
    private static final Purpose CONFERENCE = purpose("conference", "consent", true, IDENTITY, NARRATIVE, HEALTH);

    @Test
    void the_law_permits_without_a_consent() {
        var coverage = Coverage.of(List.of(IDENTITY), List.of(LAW), List.of());

        assertThat(coverage.ground()).extracting(Coverage.Ground::purpose).isEqualTo(LAW);
        assertThat(coverage.ground()).extracting(Coverage.Ground::consentId).isNull();
    }

    @Test
    void the_law_comes_before_a_consent() {
        var coverage = Coverage.of(List.of(IDENTITY), List.of(REFERRAL, LAW), List.of(given(REFERRAL)));

        assertThat(coverage.ground()).extracting(Coverage.Ground::purpose).isEqualTo(LAW);
    }

    @Test
    void a_consent_in_force_permits_what_it_covers() {
        var consent = given(REFERRAL);

        var coverage = Coverage.of(List.of(IDENTITY, NARRATIVE), List.of(REFERRAL), List.of(consent));

        assertThat(coverage.ground()).extracting(Coverage.Ground::consentId).isEqualTo(consent.consentId());
    }

    @Test
    void without_a_consent_everything_is_uncovered_and_the_purposes_that_would_do_are_named() {
        var coverage = Coverage.of(List.of(IDENTITY, HEALTH), List.of(REFERRAL, CONFERENCE), List.of());

        assertThat(coverage.ground()).isNull();
        assertThat(coverage.uncovered()).containsExactly(IDENTITY, HEALTH);
        assertThat(coverage.wouldPermit()).containsExactly(CONFERENCE);
    }

    @Test
    void a_consent_to_less_leaves_the_rest_uncovered() {
        var coverage = Coverage.of(List.of(IDENTITY, HEALTH), List.of(REFERRAL, CONFERENCE), List.of(given(REFERRAL)));

        assertThat(coverage.uncovered()).containsExactly(HEALTH);
    }

    @Test
    void two_grounds_that_cover_a_part_each_do_not_add_up() {
        var coverage = Coverage.of(List.of(CODING, NARRATIVE), List.of(LAW, REFERRAL), List.of(given(REFERRAL)));

        assertThat(coverage.ground()).isNull();
        assertThat(coverage.uncovered()).hasSize(1);
    }

    @Test
    void a_consent_covers_what_was_agreed_to_then() {
        var before = new InForce(UUID.randomUUID(), CONFERENCE.code(), List.of(IDENTITY));

        var coverage = Coverage.of(List.of(IDENTITY, HEALTH), List.of(CONFERENCE), List.of(before));

        assertThat(coverage.ground()).isNull();
    }

    @Test
    void where_no_purpose_names_the_recipient_nothing_would_help() {
        var coverage = Coverage.of(List.of(IDENTITY), List.of(), List.of());

        assertThat(coverage.ground()).isNull();
        assertThat(coverage.wouldPermit()).isEmpty();
    }

    private static InForce given(Purpose purpose) {
        return new InForce(UUID.randomUUID(), purpose.code(), purpose.compartments());
    }

    private static Purpose purpose(String code, String basis, boolean consent, Compartment... compartments) {
        return new Purpose(
                code,
                basis,
                "GDPR 9(2)(a)",
                List.of(compartments),
                List.of("partners"),
                consent,
                "support-file",
                new Label(code, code));
    }
}
