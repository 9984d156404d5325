package eu.lethe.cases.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.access.ReadingCommand.ExcludeWorker;
import eu.lethe.cases.access.ReadingCommand.LiftExclusion;
import eu.lethe.cases.access.ReadingCommand.LiftRestriction;
import eu.lethe.cases.access.ReadingCommand.NoteSeen;
import eu.lethe.cases.access.ReadingCommand.OpenExceptionally;
import eu.lethe.cases.access.ReadingCommand.RestrictReading;
import eu.lethe.cases.running.KeysInMemory;
import eu.lethe.contracts.events.cases.ReadingEvent.ExceptionalAccessOpened;
import eu.lethe.contracts.events.cases.ReadingEvent.ExceptionalAccessSeen;
import eu.lethe.contracts.events.cases.ReadingEvent.ExclusionLifted;
import eu.lethe.contracts.events.cases.ReadingEvent.ReadingRestricted;
import eu.lethe.contracts.events.cases.ReadingEvent.RestrictionLifted;
import eu.lethe.contracts.events.cases.ReadingEvent.WorkerExcluded;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.time.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingRightsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID FILE = UUID.randomUUID();
    private static final UUID RECORD = UUID.randomUUID();
    private static final UUID ACCESS = UUID.randomUUID();
    private static final UUID RELATIVE = UUID.randomUUID();
    private static final UUID LISTED = UUID.randomUUID();
    private static final UUID STRANGER = UUID.randomUUID();
    private static final UUID LEAD = UUID.randomUUID();
    private static final UUID REFERENT = UUID.randomUUID();

    private final KeysInMemory keys = new KeysInMemory();
    private final AggregateTestFixture<ReadingRights> fixture = new AggregateTestFixture<>(ReadingRights.class);

    @BeforeEach
    void resources() {
        fixture.registerInjectableResource(keys.sealer());
        fixture.registerInjectableResource(
                new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Paris"), List::of));
    }

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void why_somebody_is_excluded_is_sealed_under_the_persons_rights() {
        fixture.givenNoPriorActivity()
                .when(new ExcludeWorker(PERSON, RECORD, RELATIVE, LEAD, "relative", Clear.of("Sa sœur."), LEAD))
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(Matchers.payloadsMatching(Matchers.exactSequenceOf(
                        Matchers.<WorkerExcluded>matches(excluded -> {
                            var text = java.util.Objects.requireNonNull(excluded.reasonText());
                            assertThat(text.keyId().compartment()).isEqualTo(Compartment.RIGHTS);
                            assertThat(keys.open(text, new SealingContext(RECORD, "reasonText"), String.class))
                                    .isEqualTo("Sa sœur.");
                            return true;
                        }))));
    }

    @Test
    void a_worker_is_excluded_once() {
        refused(
                fixture.given(excluded(RELATIVE))
                        .when(new ExcludeWorker(PERSON, UUID.randomUUID(), RELATIVE, LEAD, "conflict", null, LEAD)),
                "already-excluded");
    }

    @Test
    void an_exclusion_is_lifted() {
        fixture.given(excluded(RELATIVE))
                .when(new LiftExclusion(PERSON, RECORD, LEAD))
                .expectEvents(new ExclusionLifted(PERSON, RECORD, LEAD, NOW));
    }

    @Test
    void an_unknown_exclusion_is_not_lifted() {
        refused(
                fixture.given(excluded(RELATIVE)).when(new LiftExclusion(PERSON, UUID.randomUUID(), LEAD)),
                "not-found");
    }

    @Test
    void a_new_restriction_takes_the_place_of_the_former() {
        var second = UUID.randomUUID();

        fixture.given(restricted(false))
                .when(new RestrictReading(
                        PERSON, RECORD, second, List.of(LISTED), true, LEAD, "protection", null, LEAD))
                .expectEvents(new ReadingRestricted(
                        PERSON, second, List.of(LISTED), true, LEAD, "protection", null, LEAD, NOW));
    }

    @Test
    void a_restriction_takes_the_place_of_the_one_that_was_read_and_of_no_other() {
        for (var read : new UUID[] {null, UUID.randomUUID()}) {
            refused(
                    fixture.given(restricted(false))
                            .when(new RestrictReading(
                                    PERSON,
                                    read,
                                    UUID.randomUUID(),
                                    List.of(LISTED),
                                    true,
                                    LEAD,
                                    "protection",
                                    null,
                                    LEAD)),
                    "edited-meanwhile");
        }
    }

    @Test
    void a_restriction_that_was_changed_since_it_was_read_is_not_lifted() {
        refused(
                fixture.given(restricted(false)).when(new LiftRestriction(PERSON, UUID.randomUUID(), LEAD)),
                "edited-meanwhile");
    }

    @Test
    void a_restriction_is_lifted_once() {
        fixture.given(restricted(false))
                .when(new LiftRestriction(PERSON, RECORD, LEAD))
                .expectEvents(new RestrictionLifted(PERSON, RECORD, LEAD, NOW));
        refused(
                fixture.given(restricted(false), new RestrictionLifted(PERSON, RECORD, LEAD, NOW))
                        .when(new LiftRestriction(PERSON, RECORD, LEAD)),
                "not-found");
    }

    @Test
    void an_exceptional_access_lasts_eight_hours() {
        fixture.givenNoPriorActivity()
                .when(exceptionally(STRANGER))
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(Matchers.payloadsMatching(Matchers.exactSequenceOf(
                        Matchers.<ExceptionalAccessOpened>matches(opened -> {
                            assertThat(opened.until()).isEqualTo(NOW.plus(Duration.ofHours(8)));
                            assertThat(opened.referent()).isEqualTo(REFERENT);
                            assertThat(opened.reasonText().keyId().compartment())
                                    .isEqualTo(Compartment.RIGHTS);
                            return true;
                        }))));
    }

    @Test
    void an_exclusion_is_never_overcome() {
        refused(fixture.given(excluded(RELATIVE)).when(exceptionally(RELATIVE)), "excluded");
    }

    @Test
    void a_restriction_that_forbids_it_is_not_overcome() {
        refused(fixture.given(restricted(false)).when(exceptionally(STRANGER)), "restricted");
    }

    @Test
    void a_restriction_may_leave_room_for_it() {
        fixture.given(restricted(true)).when(exceptionally(STRANGER)).expectSuccessfulHandlerExecution();
    }

    @Test
    void that_it_was_seen_is_noted_once() {
        fixture.given(opened())
                .when(new NoteSeen(PERSON, ACCESS, REFERENT))
                .expectEvents(new ExceptionalAccessSeen(PERSON, ACCESS, REFERENT, NOW));
        fixture.given(opened(), new ExceptionalAccessSeen(PERSON, ACCESS, REFERENT, NOW))
                .when(new NoteSeen(PERSON, ACCESS, REFERENT))
                .expectNoEvents();
    }

    private static void refused(ResultValidator<ReadingRights> result, String code) {
        result.expectNoEvents()
                .expectException(Matchers.<Throwable>matches(refusal ->
                        refusal instanceof Problem problem && problem.code().equals(code)));
    }

    private static WorkerExcluded excluded(UUID worker) {
        return new WorkerExcluded(PERSON, RECORD, worker, LEAD, "relative", null, LEAD, NOW);
    }

    private static ReadingRestricted restricted(boolean exceptionalAccess) {
        return new ReadingRestricted(
                PERSON, RECORD, List.of(LISTED), exceptionalAccess, LEAD, "staff-member", null, LEAD, NOW);
    }

    private static OpenExceptionally exceptionally(UUID worker) {
        return new OpenExceptionally(PERSON, FILE, ACCESS, worker, REFERENT, "emergency", Clear.of("Urgence."));
    }

    private ExceptionalAccessOpened opened() {
        return new ExceptionalAccessOpened(
                PERSON,
                FILE,
                ACCESS,
                STRANGER,
                REFERENT,
                NOW.plus(Duration.ofHours(8)),
                "emergency",
                keys.seal(PERSON, Compartment.RIGHTS, new SealingContext(ACCESS, "reasonText"), Clear.of("Urgence.")),
                NOW);
    }
}
