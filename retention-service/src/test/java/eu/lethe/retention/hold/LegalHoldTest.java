package eu.lethe.retention.hold;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import eu.lethe.contracts.events.retention.HoldEvent.HoldPlaced;
import eu.lethe.contracts.events.retention.HoldEvent.HoldReassessed;
import eu.lethe.contracts.events.retention.HoldEvent.HoldReleased;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.epoch.KeptHolds.KeptHold;
import eu.lethe.retention.hold.HoldCommand.Place;
import eu.lethe.retention.hold.HoldCommand.Reassess;
import eu.lethe.retention.hold.HoldCommand.Release;
import eu.lethe.retention.hold.HoldCommand.TellAgain;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class LegalHoldTest {

    private static final UUID HOLD = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID DPO = UUID.randomUUID();
    private static final UUID ADMIN = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2028-11-25T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2028-11-25");
    private static final LocalDate LATER = LocalDate.parse("2029-05-01");

    private final AggregateTestFixture<LegalHold> fixture = new AggregateTestFixture<>(LegalHold.class);
    private final Holds holds = mock();
    private final HoldsBesideKeys besideKeys = mock();

    @BeforeEach
    void resources() {
        fixture.registerInjectableResource(holds);
        fixture.registerInjectableResource(besideKeys);
        fixture.registerInjectableResource(
                new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Paris"), List::of));
    }

    @Test
    void a_person_is_held_for_a_reason_until_somebody_looks_again() {
        fixture.givenNoPriorActivity()
                .when(place(new Scope.OfPerson(PERSON), LATER))
                .expectEvents(new HoldPlaced(HOLD, PERSON, null, null, "litigation", LATER, DPO, NOW));
    }

    @Test
    void a_unit_is_held() {
        fixture.givenNoPriorActivity()
                .when(place(new Scope.OfUnit("centre"), LATER))
                .expectEvents(new HoldPlaced(HOLD, null, "centre", null, "litigation", LATER, DPO, NOW));
    }

    @Test
    void what_is_kept_under_a_rule_is_held() {
        fixture.givenNoPriorActivity()
                .when(place(new Scope.OfRule("support-file"), LATER))
                .expectEvents(new HoldPlaced(HOLD, null, null, "support-file", "litigation", LATER, DPO, NOW));
    }

    @Test
    void somebody_looks_again_after_today_and_within_a_year() {
        var person = new Scope.OfPerson(PERSON);

        refused(fixture.givenNoPriorActivity().when(place(person, TODAY)), "not-after-today");
        refused(
                fixture.givenNoPriorActivity()
                        .when(place(person, TODAY.plusYears(1).plusDays(1))),
                "over-a-year");
        refused(fixture.given(placed()).when(new Reassess(HOLD, TODAY, ADMIN)), "not-after-today");
        refused(
                fixture.given(placed())
                        .when(new Reassess(HOLD, TODAY.plusYears(1).plusDays(1), ADMIN)),
                "over-a-year");
        fixture.givenNoPriorActivity().when(place(person, TODAY.plusYears(1))).expectSuccessfulHandlerExecution();
    }

    @Test
    void who_comes_too_late_holds_nothing() {
        doThrow(Problem.of(HttpStatus.CONFLICT, "already-erased")).when(holds).placed(any());

        fixture.givenNoPriorActivity()
                .when(place(new Scope.OfPerson(PERSON), LATER))
                .expectException(Problem.class)
                .expectNoEvents();
    }

    @Test
    void it_is_still_needed_by_the_word_of_anybody_entitled() {
        fixture.given(placed())
                .when(new Reassess(HOLD, LATER.plusDays(1), ADMIN))
                .expectEvents(new HoldReassessed(HOLD, LATER.plusDays(1), ADMIN, NOW));
    }

    @Test
    void it_stays_in_force_past_its_day() {
        var past =
                new HoldPlaced(HOLD, PERSON, null, null, "litigation", TODAY.minusMonths(6), DPO, NOW.minusSeconds(60));

        fixture.given(past)
                .when(new Release(HOLD, ReleaseReason.MATTER_CLOSED, ADMIN))
                .expectEvents(new HoldReleased(HOLD, "matter-closed", ADMIN, NOW));
    }

    @Test
    void what_was_released_is_neither_reassessed_nor_released_again() {
        var released = new HoldReleased(HOLD, "handed-over", ADMIN, NOW);

        refused(fixture.given(placed(), released).when(new Reassess(HOLD, LATER, DPO)), "hold-released");
        refused(
                fixture.given(placed(), released).when(new Release(HOLD, ReleaseReason.PLACED_IN_ERROR, DPO)),
                "hold-released");
    }

    @Test
    void a_database_that_was_put_back_is_told_of_a_hold_what_it_does_not_know() {
        var reassessed = new HoldReassessed(HOLD, LATER.plusDays(1), ADMIN, NOW.plusSeconds(60));
        var released = new HoldReleased(HOLD, "handed-over", ADMIN, NOW.plusSeconds(120));

        fixture.givenNoPriorActivity()
                .when(new TellAgain(HOLD, new KeptHold(placed(), reassessed, released)))
                .expectEvents(placed(), reassessed, released);
        fixture.given(placed())
                .when(new TellAgain(HOLD, new KeptHold(placed(), null, released)))
                .expectEvents(released);
    }

    @Test
    void what_it_knows_it_is_not_told_again() {
        var reassessed = new HoldReassessed(HOLD, LATER.plusDays(1), ADMIN, NOW.plusSeconds(60));
        var earlier = new HoldReassessed(HOLD, LATER, ADMIN, NOW.plusSeconds(30));
        var released = new HoldReleased(HOLD, "handed-over", ADMIN, NOW.plusSeconds(120));

        fixture.given(placed(), reassessed, released)
                .when(new TellAgain(HOLD, new KeptHold(placed(), earlier, released)))
                .expectNoEvents();
        fixture.given(placed(), reassessed, released)
                .when(new TellAgain(HOLD, new KeptHold(placed(), null, null)))
                .expectNoEvents();
    }

    private static Place place(Scope scope, LocalDate reassessOn) {
        return new Place(HOLD, scope, HoldReason.LITIGATION, reassessOn, DPO);
    }

    private static HoldPlaced placed() {
        return new HoldPlaced(HOLD, PERSON, null, null, "litigation", LATER, DPO, NOW);
    }

    private static void refused(ResultValidator<LegalHold> outcome, String code) {
        outcome.expectNoEvents().expectException(new TypeSafeMatcher<Problem>() {
            @Override
            protected boolean matchesSafely(Problem problem) {
                return problem.code().equals(code)
                        || problem.errors().equals(List.of(new Problem.FieldError("/reassessOn", code)));
            }

            @Override
            public void describeTo(Description description) {
                description.appendText(code);
            }
        });
    }
}
