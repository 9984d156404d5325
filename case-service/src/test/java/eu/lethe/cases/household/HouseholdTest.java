package eu.lethe.cases.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import eu.lethe.cases.household.HouseholdCommand.CorrectRelation;
import eu.lethe.cases.household.HouseholdCommand.FormHousehold;
import eu.lethe.cases.household.HouseholdCommand.JoinHousehold;
import eu.lethe.cases.household.HouseholdCommand.Joining;
import eu.lethe.cases.household.HouseholdCommand.LeaveHousehold;
import eu.lethe.cases.household.HouseholdCommand.SplitHousehold;
import eu.lethe.cases.household.HouseholdCommand.TakePlace;
import eu.lethe.cases.resealing.Resealing;
import eu.lethe.cases.running.KeysInMemory;
import eu.lethe.contracts.events.cases.HouseholdEvent;
import eu.lethe.contracts.events.cases.HouseholdEvent.MemberJoined;
import eu.lethe.contracts.events.cases.HouseholdEvent.MemberLeft;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.time.BusinessClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class HouseholdTest {

    private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final UUID HOUSEHOLD = UUID.randomUUID();
    private static final UUID WORKER = UUID.randomUUID();
    private static final UUID MOTHER = UUID.randomUUID();
    private static final UUID SON = UUID.randomUUID();
    private static final UUID MOTHERS = UUID.randomUUID();
    private static final UUID SONS = UUID.randomUUID();
    private static final UUID SECOND_SON = UUID.randomUUID();
    private static final UUID ANOTHER = UUID.randomUUID();

    private final KeysInMemory keys = new KeysInMemory();
    private final HouseholdsOfPersons claims = mock();
    private final HouseholdMembers members = mock();
    private final AggregateTestFixture<Household> fixture = new AggregateTestFixture<>(Household.class);

    @BeforeEach
    void handler() {
        fixture.registerAnnotatedCommandHandler(new HouseholdMoves(
                fixture.getRepository(),
                claims,
                members,
                Resealing.with(keys),
                keys.sealer(),
                new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Paris"), List::of)));
    }

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void a_household_begins_with_who_lives_in_it() {
        fixture.givenNoPriorActivity()
                .when(new FormHousehold(HOUSEHOLD, List.of(joining(MOTHER, MOTHERS), joining(SON, SONS)), WORKER))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(
                        matches((MemberJoined joined) -> joined.personId().equals(MOTHER)),
                        matches((MemberJoined joined) -> joined.personId().equals(SON)))));
    }

    @Test
    void what_a_member_is_to_the_others_is_sealed_under_their_own_key() {
        fixture.given(joined(MOTHER, MOTHERS))
                .when(new JoinHousehold(HOUSEHOLD, joining(SON, SONS), WORKER))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(matches((MemberJoined joined) -> {
                    var relation = Objects.requireNonNull(joined.relation());
                    assertThat(relation.keyId().personId()).isEqualTo(SON);
                    assertThat(relation.keyId().compartment()).isEqualTo(Compartment.IDENTITY);
                    assertThat(keys.open(relation, new SealingContext(SONS, "relation"), String.class))
                            .isEqualTo("fils");
                    return true;
                }))));
    }

    @Test
    void what_a_member_is_to_the_others_can_be_put_right_and_the_days_stay() {
        fixture.given(joined(MOTHER, MOTHERS), joined(SON, SONS))
                .when(new CorrectRelation(HOUSEHOLD, SONS, ANOTHER, Clear.of("neveu"), WORKER))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(
                        matches((HouseholdEvent event) -> event instanceof MemberLeft left
                                && left.membershipId().equals(SONS)
                                && left.reason().equals("error")),
                        matches((HouseholdEvent event) -> event instanceof MemberJoined joined
                                && joined.membershipId().equals(ANOTHER)
                                && joined.personId().equals(SON)
                                && keys.open(
                                                Objects.requireNonNull(joined.relation()),
                                                new SealingContext(ANOTHER, "relation"),
                                                String.class)
                                        .equals("neveu")))));
        verify(claims, never()).release(any());
    }

    @Test
    void what_was_put_right_since_it_was_read_is_told_under_its_new_name() {
        fixture.given(
                        joined(SON, SONS),
                        new MemberLeft(HOUSEHOLD, SON, SONS, TODAY, "error", WORKER, NOW),
                        joined(SON, ANOTHER))
                .when(new CorrectRelation(HOUSEHOLD, SONS, UUID.randomUUID(), Clear.of("oncle"), WORKER))
                .expectNoEvents()
                .expectException(matches((Problem refused) -> refused.code().equals("edited-meanwhile")
                        && ANOTHER.equals(refused.members().get("revisionId"))));
    }

    @Test
    void of_who_has_left_nothing_is_put_right() {
        fixture.given(joined(SON, SONS), new MemberLeft(HOUSEHOLD, SON, SONS, TODAY, "left", WORKER, NOW))
                .when(new CorrectRelation(HOUSEHOLD, SONS, ANOTHER, null, WORKER))
                .expectException(matches((Problem refused) -> refused.status().equals(HttpStatus.NOT_FOUND)));
    }

    @Test
    void who_lives_in_a_household_joins_no_other() {
        doThrow(Problem.of(HttpStatus.CONFLICT, "already-member")).when(claims).claim(any(), any());

        fixture.given(joined(MOTHER, MOTHERS))
                .when(new JoinHousehold(HOUSEHOLD, joining(SON, SONS), WORKER))
                .expectException(matches((Problem refused) -> refused.code().equals("already-member")))
                .expectNoEvents();
    }

    @Test
    void nobody_joins_tomorrow() {
        fixture.given(joined(MOTHER, MOTHERS))
                .when(new JoinHousehold(HOUSEHOLD, new Joining(SON, SONS, TODAY.plusDays(1), null), WORKER))
                .expectException(matches((Problem refused) ->
                        refused.errors().getFirst().pointer().equals("/since")));
    }

    @Test
    void who_leaves_may_live_elsewhere() {
        fixture.given(joined(MOTHER, MOTHERS), joined(SON, SONS))
                .when(new LeaveHousehold(HOUSEHOLD, SONS, TODAY, "left", WORKER))
                .expectEvents(new MemberLeft(HOUSEHOLD, SON, SONS, TODAY, "left", WORKER, NOW));

        verify(claims).release(SON);
    }

    @Test
    void who_had_two_records_takes_the_place_of_the_other_under_their_own_key() {
        when(claims.of(SON)).thenReturn(Optional.empty());

        fixture.given(joined(MOTHER, MOTHERS), related())
                .when(new TakePlace(HOUSEHOLD, SONS, SON, ANOTHER, WORKER))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(
                        matches((HouseholdEvent event) -> {
                            var joined = (MemberJoined) event;
                            var relation = Objects.requireNonNull(joined.relation());
                            assertThat(relation.keyId().personId()).isEqualTo(SON);
                            assertThat(keys.open(relation, new SealingContext(ANOTHER, "relation"), String.class))
                                    .isEqualTo("fils");
                            return LocalDate.of(2020, 9, 1).equals(joined.since());
                        }),
                        matches((HouseholdEvent event) -> event.equals(
                                new MemberLeft(HOUSEHOLD, SECOND_SON, SONS, TODAY, "error", WORKER, NOW))))));

        verify(claims).release(SECOND_SON);
        verify(claims).claim(SON, HOUSEHOLD);
    }

    @Test
    void who_lives_in_another_household_by_their_own_record_lived_here() {
        when(claims.of(SON)).thenReturn(Optional.of(UUID.randomUUID()));

        fixture.given(joined(MOTHER, MOTHERS), related())
                .when(new TakePlace(HOUSEHOLD, SONS, SON, ANOTHER, WORKER))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(
                        matches((HouseholdEvent event) -> event instanceof MemberJoined),
                        matches((HouseholdEvent event) ->
                                event.equals(new MemberLeft(HOUSEHOLD, SON, ANOTHER, TODAY, "left", WORKER, NOW))),
                        matches((HouseholdEvent event) -> event instanceof MemberLeft left
                                && left.reason().equals("error")))));
    }

    @Test
    void where_both_records_are_members_the_second_never_was_one() {
        when(claims.of(SON)).thenReturn(Optional.of(HOUSEHOLD));

        fixture.given(joined(SON, MOTHERS), related())
                .when(new TakePlace(HOUSEHOLD, SONS, SON, ANOTHER, WORKER))
                .expectEvents(new MemberLeft(HOUSEHOLD, SECOND_SON, SONS, TODAY, "error", WORKER, NOW));
    }

    @Test
    void a_place_is_taken_once_and_one_that_was_left_is_taken_as_it_was() {
        var left = new MemberLeft(HOUSEHOLD, SECOND_SON, SONS, TODAY.minusDays(9), "died", WORKER, NOW);
        fixture.given(related(), left)
                .when(new TakePlace(HOUSEHOLD, SONS, SON, ANOTHER, WORKER))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(
                        matches((HouseholdEvent event) -> event instanceof MemberJoined),
                        matches((HouseholdEvent event) -> event.equals(
                                new MemberLeft(HOUSEHOLD, SON, ANOTHER, TODAY.minusDays(9), "died", WORKER, NOW))),
                        matches((HouseholdEvent event) -> event.equals(
                                new MemberLeft(HOUSEHOLD, SECOND_SON, SONS, TODAY, "error", WORKER, NOW))))));

        fixture.given(related(), new MemberLeft(HOUSEHOLD, SECOND_SON, SONS, TODAY, "error", WORKER, NOW))
                .when(new TakePlace(HOUSEHOLD, SONS, SON, ANOTHER, WORKER))
                .expectNoEvents();
    }

    @Test
    void nobody_leaves_twice() {
        fixture.given(
                        joined(MOTHER, MOTHERS),
                        joined(SON, SONS),
                        new MemberLeft(HOUSEHOLD, SON, SONS, TODAY, "left", WORKER, NOW))
                .when(new LeaveHousehold(HOUSEHOLD, SONS, TODAY, "left", WORKER))
                .expectException(matches((Problem refused) -> refused.status() == HttpStatus.NOT_FOUND));
    }

    @Test
    void the_others_live_on_when_one_of_them_was_erased_and_their_joining_pruned() {
        fixture.given(joined(SON, SONS))
                .when(new LeaveHousehold(HOUSEHOLD, SONS, TODAY, "died", WORKER))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void somebody_stays_when_a_household_is_split() {
        fixture.given(joined(MOTHER, MOTHERS), joined(SON, SONS))
                .when(new SplitHousehold(
                        HOUSEHOLD, List.of(MOTHERS, SONS), TODAY, UUID.randomUUID(), List.of(), WORKER))
                .expectException(matches(
                        (Problem refused) -> refused.errors().getFirst().code().equals("nobody-stays")));
    }

    @Test
    void nobody_leaves_or_parts_before_they_joined_and_is_told_when_that_was() {
        var joinedOn = LocalDate.of(2020, 9, 1);
        refused(
                fixture.given(joined(MOTHER, MOTHERS), related())
                        .when(new LeaveHousehold(HOUSEHOLD, SONS, joinedOn.minusDays(1), "left", WORKER)),
                "before-joined",
                new Problem.ConflictingDate("joined", "2020-09-01"));
        refused(
                fixture.given(joined(MOTHER, MOTHERS), related())
                        .when(new SplitHousehold(
                                HOUSEHOLD, List.of(SONS), joinedOn.minusDays(1), UUID.randomUUID(), List.of(), WORKER)),
                "before-joined",
                new Problem.ConflictingDate("joined", "2020-09-01"));
    }

    @Test
    void on_the_day_they_joined_somebody_may_leave_and_an_error_may_be_taken_back_on_any() {
        fixture.given(joined(MOTHER, MOTHERS), related())
                .when(new LeaveHousehold(HOUSEHOLD, SONS, LocalDate.of(2020, 9, 1), "left", WORKER))
                .expectSuccessfulHandlerExecution();
        fixture.given(joined(MOTHER, MOTHERS), related())
                .when(new LeaveHousehold(HOUSEHOLD, SONS, LocalDate.of(2020, 8, 1), "error", WORKER))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void nobody_joins_leaves_or_parts_in_the_year_one() {
        var yearOne = LocalDate.of(1, 1, 1);
        refused(
                fixture.given(joined(MOTHER, MOTHERS))
                        .when(new JoinHousehold(HOUSEHOLD, new Joining(SON, SONS, yearOne, null), WORKER)),
                "past",
                null);
        refused(
                fixture.given(joined(MOTHER, MOTHERS), joined(SON, SONS))
                        .when(new LeaveHousehold(HOUSEHOLD, SONS, yearOne, "left", WORKER)),
                "past",
                null);
        refused(
                fixture.given(joined(MOTHER, MOTHERS), joined(SON, SONS))
                        .when(new SplitHousehold(
                                HOUSEHOLD, List.of(SONS), yearOne, UUID.randomUUID(), List.of(), WORKER)),
                "past",
                null);
    }

    @Test
    void who_lived_elsewhere_until_a_day_joins_on_that_day_but_not_before() {
        lived(SON, LocalDate.of(2020, 1, 1), LocalDate.of(2024, 6, 1));

        refused(
                fixture.given(joined(MOTHER, MOTHERS))
                        .when(new JoinHousehold(
                                HOUSEHOLD, new Joining(SON, SONS, LocalDate.of(2024, 5, 31), null), WORKER)),
                "in-two-households",
                new Problem.ConflictingDate("left", "2024-06-01"));
        fixture.given(joined(MOTHER, MOTHERS))
                .when(new JoinHousehold(HOUSEHOLD, new Joining(SON, SONS, LocalDate.of(2024, 6, 1), null), WORKER))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void nobody_leaves_a_household_while_they_lived_in_another_by_its_dates() {
        lived(SON, LocalDate.of(2020, 1, 1), LocalDate.of(2024, 6, 1));

        refused(
                fixture.given(joined(MOTHER, MOTHERS), joined(SON, SONS))
                        .when(new LeaveHousehold(HOUSEHOLD, SONS, LocalDate.of(2023, 1, 1), "left", WORKER)),
                "in-two-households",
                new Problem.ConflictingDate("left", "2024-06-01"));
        fixture.given(joined(MOTHER, MOTHERS), joined(SON, SONS))
                .when(new LeaveHousehold(HOUSEHOLD, SONS, LocalDate.of(2025, 1, 1), "left", WORKER))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void of_a_stay_whose_beginning_nobody_knows_the_last_day_alone_is_held_against_other_stays() {
        lived(SON, LocalDate.of(2020, 1, 1), LocalDate.of(2024, 6, 1));

        for (var free : List.of(LocalDate.of(2019, 3, 1), LocalDate.of(2020, 1, 1), LocalDate.of(2024, 6, 1))) {
            fixture.given(joined(MOTHER, MOTHERS), joined(SON, SONS))
                    .when(new LeaveHousehold(HOUSEHOLD, SONS, free, "left", WORKER))
                    .expectSuccessfulHandlerExecution();
        }
        lived(SON, null, LocalDate.of(2024, 6, 1));
        for (var any : List.of(LocalDate.of(2019, 3, 1), LocalDate.of(2024, 6, 1), LocalDate.of(2025, 1, 1))) {
            fixture.given(joined(MOTHER, MOTHERS), joined(SON, SONS))
                    .when(new LeaveHousehold(HOUSEHOLD, SONS, any, "left", WORKER))
                    .expectSuccessfulHandlerExecution();
        }
    }

    @Test
    void a_stay_with_a_beginning_holds_no_last_day_of_one_without() {
        lived(SON, null, LocalDate.of(2024, 6, 1));
        var since = new MemberJoined(HOUSEHOLD, SON, SONS, LocalDate.of(2022, 1, 1), null, WORKER, NOW);

        refused(
                fixture.given(joined(MOTHER, MOTHERS), since)
                        .when(new LeaveHousehold(HOUSEHOLD, SONS, LocalDate.of(2025, 1, 1), "left", WORKER)),
                "in-two-households",
                new Problem.ConflictingDate("left", "2024-06-01"));
        fixture.given(joined(MOTHER, MOTHERS), since)
                .when(new LeaveHousehold(HOUSEHOLD, SONS, LocalDate.of(2024, 6, 1), "left", WORKER))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void nobody_parts_before_they_joined() {
        var on = LocalDate.of(2025, 1, 1);
        var known = new MemberJoined(HOUSEHOLD, SECOND_SON, ANOTHER, LocalDate.of(2025, 6, 1), null, WORKER, NOW);

        refused(
                fixture.given(joined(MOTHER, MOTHERS), joined(SON, SONS), known)
                        .when(parting(on, List.of(SONS, ANOTHER), List.of(SON, SECOND_SON))),
                "before-joined",
                new Problem.ConflictingDate("joined", "2025-06-01"));
    }

    @Test
    void nobody_parts_to_a_household_while_they_lived_in_another_one() {
        lived(SON, null, LocalDate.of(2025, 6, 1));

        refused(
                fixture.given(joined(MOTHER, MOTHERS), joined(SON, SONS))
                        .when(parting(LocalDate.of(2025, 1, 1), List.of(SONS), List.of(SON))),
                "in-two-households",
                new Problem.ConflictingDate("left", "2025-06-01"));
    }

    private static SplitHousehold parting(LocalDate on, List<UUID> memberships, List<UUID> persons) {
        return new SplitHousehold(
                HOUSEHOLD,
                memberships,
                on,
                UUID.randomUUID(),
                persons.stream()
                        .map(person -> new Joining(person, UUID.randomUUID(), on, null))
                        .toList(),
                WORKER);
    }

    private void lived(UUID person, @Nullable LocalDate since, LocalDate until) {
        when(members.of(person))
                .thenReturn(List.of(new HouseholdMembers.Row(
                        UUID.randomUUID(), UUID.randomUUID(), person, since, null, until, "left")));
    }

    private static void refused(
            ResultValidator<Household> result, String code, Problem.@Nullable ConflictingDate other) {
        result.expectNoEvents()
                .expectException(matches(
                        (Problem refused) -> refused.errors().getFirst().code().equals(code)
                                && Objects.equals(refused.members().get("conflictsWith"), other)));
    }

    private static Joining joining(UUID person, UUID membership) {
        return new Joining(person, membership, TODAY, Clear.of("fils"));
    }

    private static MemberJoined joined(UUID person, UUID membership) {
        return new MemberJoined(HOUSEHOLD, person, membership, null, null, WORKER, NOW);
    }

    /** The son's other record. */
    private MemberJoined related() {
        return new MemberJoined(
                HOUSEHOLD,
                SECOND_SON,
                SONS,
                LocalDate.of(2020, 9, 1),
                keys.seal(SECOND_SON, Compartment.IDENTITY, new SealingContext(SONS, "relation"), Clear.of("fils")),
                WORKER,
                NOW);
    }
}
