package eu.lethe.consents.consent;

import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import eu.lethe.consents.purpose.Purpose;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentGranted;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentLapsed;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentWithdrawn;
import eu.lethe.contracts.events.consents.ConsentEvidence;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.catalogue.Label;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.testkit.KeyRing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class ConsentTest {

    private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final UUID CONSENT = UUID.randomUUID();
    private static final UUID WORKER = UUID.randomUUID();
    private static final UUID ERASURE = UUID.randomUUID();

    private final KeyRing keys = new KeyRing();
    private final UUID person = keys.person();
    private final ConsentsInForce inForce = mock(ConsentsInForce.class);
    private FixtureConfiguration<Consent> consent = new AggregateTestFixture<>(Consent.class);

    @BeforeEach
    void resources() {
        consent = new AggregateTestFixture<>(Consent.class)
                .registerInjectableResource(LeasedFrom.the(keys))
                .registerInjectableResource(inForce)
                .registerInjectableResource(
                        new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC, List::of));
    }

    @Test
    void a_person_grants_a_consent() {
        consent.givenNoPriorActivity()
                .when(grant(purpose(true)))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(
                        matches(event -> event instanceof ConsentGranted granted
                                && granted.personId().equals(person)
                                && granted.grantedOn().equals(TODAY)
                                && granted.compartments().equals(List.of(Compartment.IDENTITY))))));
    }

    @Test
    void how_it_was_given_is_sealed_for_this_consent_under_the_persons_key() {
        consent.givenNoPriorActivity()
                .when(grant(purpose(true)))
                .expectEventsMatching(payloadsMatching(
                        exactSequenceOf(matches(event -> event instanceof ConsentGranted granted
                                && opened(granted.evidence()).contains("in-writing")))));
    }

    @Test
    void a_consent_that_decides_nothing_is_not_asked_for() {
        consent.givenNoPriorActivity()
                .when(grant(purpose(false)))
                .expectException(Problem.class)
                .expectExceptionMessage("sham-consent");
    }

    @Test
    void the_same_consent_is_not_given_twice() {
        doThrow(Problem.of(HttpStatus.CONFLICT, "consent-in-force"))
                .when(inForce)
                .enter(any(), any(), any(), any(), any(), any(), any());

        consent.givenNoPriorActivity()
                .when(grant(purpose(true)))
                .expectException(Problem.class)
                .expectNoEvents();
    }

    @Test
    void a_person_withdraws_a_consent() {
        consent.given(granted())
                .when(new WithdrawConsent(CONSENT, WORKER))
                .expectEvents(new ConsentWithdrawn(
                        CONSENT, person, "reminders", List.of(Compartment.IDENTITY), TODAY, WORKER, NOW))
                .expectResultMessagePayload(TODAY);
    }

    @Test
    void a_withdrawn_consent_holds_no_more() {
        consent.given(granted()).when(new WithdrawConsent(CONSENT, WORKER));

        verify(inForce).leave(CONSENT);
    }

    @Test
    void withdrawing_twice_changes_nothing_and_the_first_day_counts() {
        var first = TODAY.minusDays(3);
        consent.given(
                        granted(),
                        new ConsentWithdrawn(
                                CONSENT, person, "reminders", List.of(Compartment.IDENTITY), first, WORKER, NOW))
                .when(new WithdrawConsent(CONSENT, WORKER))
                .expectNoEvents()
                .expectResultMessagePayload(first);
    }

    @Test
    void a_consent_lapses_with_the_person() {
        consent.given(granted())
                .when(new LapseConsent(CONSENT, ERASURE, TODAY))
                .expectEvents(new ConsentLapsed(CONSENT, person, ERASURE, TODAY, NOW));
    }

    @Test
    void a_withdrawn_consent_does_not_lapse() {
        consent.given(
                        granted(),
                        new ConsentWithdrawn(
                                CONSENT, person, "reminders", List.of(Compartment.IDENTITY), TODAY, WORKER, NOW))
                .when(new LapseConsent(CONSENT, ERASURE, TODAY))
                .expectNoEvents();
    }

    @Test
    void a_consent_whose_granting_was_pruned_still_knows_that_it_ended() {
        consent.given(new ConsentLapsed(CONSENT, person, ERASURE, TODAY, NOW))
                .when(new WithdrawConsent(CONSENT, WORKER))
                .expectNoEvents()
                .expectResultMessagePayload(TODAY);
    }

    @Test
    void a_consent_that_was_signed_earlier_has_its_own_day_and_the_day_of_writing_stays_known() {
        consent.givenNoPriorActivity()
                .when(grant(purpose(true), TODAY.minusMonths(3)))
                .expectEventsMatching(payloadsMatching(
                        exactSequenceOf(matches(event -> event instanceof ConsentGranted granted
                                && granted.grantedOn().equals(TODAY.minusMonths(3))
                                && granted.at().equals(NOW)))));
    }

    @Test
    void nobody_agrees_tomorrow_or_in_the_year_one() {
        for (var day : List.of(TODAY.plusDays(1), LocalDate.of(1, 1, 1))) {
            consent.givenNoPriorActivity()
                    .when(grant(purpose(true), day))
                    .expectException(Problem.class)
                    .expectNoEvents();
        }
    }

    private GrantConsent grant(Purpose purpose) {
        return grant(purpose, null);
    }

    private GrantConsent grant(Purpose purpose, @Nullable LocalDate grantedOn) {
        return new GrantConsent(
                CONSENT,
                person,
                List.of(person),
                purpose,
                null,
                purpose.compartments(),
                Optional.empty(),
                Clear.of(new ConsentEvidence("in-writing", "fr", null, null)),
                grantedOn,
                WORKER);
    }

    private ConsentGranted granted() {
        return new ConsentGranted(
                CONSENT,
                person,
                "reminders",
                null,
                List.of(Compartment.IDENTITY),
                Jwe.seal(
                        keys.key(person, Compartment.CONSENT),
                        new SealingContext(CONSENT, "evidence"),
                        "{}".getBytes(StandardCharsets.UTF_8)),
                TODAY.minusYears(1),
                WORKER,
                NOW);
    }

    private String opened(Sealed<ConsentEvidence> evidence) {
        return new String(
                Jwe.open(keys.key(person, Compartment.CONSENT), new SealingContext(CONSENT, "evidence"), evidence),
                StandardCharsets.UTF_8);
    }

    private static Purpose purpose(boolean restsOnConsent) {
        return new Purpose(
                "reminders",
                restsOnConsent ? "consent" : "public-task",
                null,
                List.of(Compartment.IDENTITY),
                List.of(),
                restsOnConsent,
                "rule",
                new Label("Rappels", "Reminders"));
    }
}
