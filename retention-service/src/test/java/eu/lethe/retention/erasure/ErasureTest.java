package eu.lethe.retention.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import eu.lethe.contracts.events.retention.ErasureEvent;
import eu.lethe.contracts.events.retention.ErasureEvent.Candidate;
import eu.lethe.contracts.events.retention.ErasureEvent.ConfirmationReceived;
import eu.lethe.contracts.events.retention.ErasureEvent.EpochsDestroyed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureApproved;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCancelled;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCertified;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureConfirmed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureEmptied;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureExpired;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasurePaused;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasurePreviewed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasurePruned;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureRecalled;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureRefused;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureRequested;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureResumed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureStopped;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonDroppedOut;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.events.retention.ErasureEvent.PruningOrdered;
import eu.lethe.contracts.events.retention.ErasureEvent.RemovalCompleted;
import eu.lethe.contracts.events.retention.ErasureEvent.SuspensionCompleted;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.erasure.Phase;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.certificate.CertificateIssuer;
import eu.lethe.retention.deadline.Base;
import eu.lethe.retention.epoch.Epochs;
import eu.lethe.retention.epoch.StoppedErasures;
import eu.lethe.retention.epoch.StoppedErasures.Stop;
import eu.lethe.retention.erasure.ErasureCommand.Approve;
import eu.lethe.retention.erasure.ErasureCommand.Cancel;
import eu.lethe.retention.erasure.ErasureCommand.Confirm;
import eu.lethe.retention.erasure.ErasureCommand.Execute;
import eu.lethe.retention.erasure.ErasureCommand.Expire;
import eu.lethe.retention.erasure.ErasureCommand.NoteDestruction;
import eu.lethe.retention.erasure.ErasureCommand.Pause;
import eu.lethe.retention.erasure.ErasureCommand.Recall;
import eu.lethe.retention.erasure.ErasureCommand.Refuse;
import eu.lethe.retention.erasure.ErasureCommand.RemoveNext;
import eu.lethe.retention.erasure.ErasureCommand.Request;
import eu.lethe.retention.erasure.ErasureCommand.Resume;
import eu.lethe.retention.erasure.ErasureCommand.SuspendNext;
import eu.lethe.retention.erasure.Tally.Figures;
import eu.lethe.retention.keys.ConfiguredCompartments;
import eu.lethe.retention.keys.KeyLedger;
import eu.lethe.retention.keys.KeyLedger.Entry;
import eu.lethe.retention.keys.KeyRemover;
import eu.lethe.retention.keys.Suspension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private static final UUID ERASURE = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID ASKS = UUID.randomUUID();
    private static final UUID APPROVES = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2028-11-25T10:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Instant GRACE_RUNS = NOW.plusSeconds(1);
    private static final Instant GRACE_OVER = NOW.minus(Duration.ofDays(1));
    private static final Instant GRACE_JUST_OVER = NOW.minusSeconds(1);
    private static final List<Compartment> ALL = ConfiguredCompartments.all().ofWholePerson();
    private static final KeyId KEY = new KeyId(PERSON, Compartment.IDENTITY, 1);

    private final AggregateTestFixture<Erasure> fixture = new AggregateTestFixture<>(Erasure.class);
    private final Suspension suspension = mock();
    private final Recheck recheck = mock();
    private final KeyLedger ledger = mock();
    private final KeyRemover remover = mock();
    private final Epochs epochs = mock();
    private final Tally tally = mock();
    private final StoppedErasures stopped = mock();

    @BeforeEach
    void resources() {
        others(100, 0);
        var clock = new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Paris"), List::of);
        fixture.registerInjectableResource(clock);
        fixture.registerInjectableResource(
                new Removal(suspension, recheck, ledger, remover, ConfiguredCompartments.all(), clock));
        fixture.registerInjectableResource(new ErasureProperties(
                Duration.ofDays(7),
                MONTH,
                0.2,
                MONTH,
                1,
                Duration.ofDays(1),
                Set.of("case-service", "consent-service")));
        fixture.registerInjectableResource(ConfiguredCompartments.all());
        Stream.of(
                        tally,
                        suspension,
                        ledger,
                        epochs,
                        mock(CertificateIssuer.class),
                        mock(ErasureHistories.class),
                        mock(TakenUp.class),
                        mock(HeldBack.class),
                        new SecondThoughts(stopped, mock(), mock(), mock()),
                        mock(Base.class))
                .forEach(fixture::registerInjectableResource);
    }

    @Test
    void a_grace_of_seven_days_ends_at_the_same_hour_though_the_clocks_are_changed_in_between() {
        var beforeSummerTime = new BusinessClock(
                Clock.fixed(Instant.parse("2042-03-24T12:58:18Z"), ZoneOffset.UTC),
                ZoneId.of("Europe/Paris"),
                List::of);
        var properties = new ErasureProperties(Duration.ofDays(7), MONTH, 0.2, MONTH, 1, Duration.ofDays(1), Set.of());

        assertThat(properties.graceEndsAt(beforeSummerTime)).isEqualTo("2042-03-31T11:58:18Z");
    }

    @Test
    void an_erasure_of_a_small_share_is_asked_for_without_more_ado() {
        fixture.given(previewed(PERSON))
                .when(new Request(ERASURE, ASKS, null))
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(payloads(ErasureRequested.class));
    }

    @Test
    void what_happens_is_dated_by_the_business_clock_like_the_contacts_it_is_compared_with() {
        fixture.given(previewed(PERSON))
                .when(new Request(ERASURE, ASKS, null))
                .expectEvents(new ErasureRequested(ERASURE, ASKS, null, NOW));
    }

    @Test
    void a_large_share_of_the_base_must_be_confirmed_by_its_number() {
        others(4, 0);

        refused(fixture.given(previewed(PERSON)).when(new Request(ERASURE, ASKS, null)), "share-exceeded");
        refused(fixture.given(previewed(PERSON)).when(new Request(ERASURE, ASKS, 2)), "share-exceeded");
        fixture.given(previewed(PERSON))
                .when(new Request(ERASURE, ASKS, 1))
                .expectEvents(new ErasureRequested(ERASURE, ASKS, 1, NOW));
        verify(tally).confirm(ERASURE, 1);
    }

    @Test
    void nobody_is_erased_when_nobody_is_on_the_list() {
        refused(fixture.given(previewed()).when(new Request(ERASURE, ASKS, 0)), "nothing-to-erase");
    }

    @Test
    void who_asked_does_not_approve() {
        refused(fixture.given(previewed(PERSON), requested()).when(new Approve(ERASURE, ASKS, null)), "four-eyes");
    }

    @Test
    void who_did_not_ask_refuses_and_says_why() {
        fixture.given(previewed(PERSON), requested())
                .when(new Refuse(ERASURE, APPROVES, Refusal.DISPUTE))
                .expectEvents(new ErasureRefused(ERASURE, APPROVES, "dispute", NOW));
        verify(tally).release(ERASURE);
    }

    @Test
    void who_asked_takes_the_request_back_and_does_not_refuse_it() {
        refused(
                fixture.given(previewed(PERSON), requested()).when(new Refuse(ERASURE, ASKS, Refusal.DISPUTE)),
                "four-eyes-to-refuse");
    }

    @Test
    void only_what_was_asked_for_and_is_not_approved_is_refused() {
        refused(
                fixture.given(previewed(PERSON)).when(new Refuse(ERASURE, APPROVES, Refusal.DISPUTE)),
                "not-in-this-state");
        refused(
                fixture.given(previewed(PERSON), requested(), approved(GRACE_RUNS), suspended(PERSON))
                        .when(new Refuse(ERASURE, APPROVES, Refusal.DISPUTE)),
                "not-in-this-state");
    }

    @Test
    void what_was_refused_is_neither_approved_nor_called_off_nor_refused_again() {
        var history =
                List.<Object>of(previewed(PERSON), requested(), new ErasureRefused(ERASURE, APPROVES, "dispute", NOW));

        refused(fixture.given(history).when(new Approve(ERASURE, APPROVES, null)), "not-in-this-state");
        refused(fixture.given(history).when(new Cancel(ERASURE, ASKS)), "not-in-this-state");
        refused(fixture.given(history).when(new Refuse(ERASURE, APPROVES, Refusal.ARCHIVES)), "not-in-this-state");
    }

    @Test
    void an_approval_suspends_at_once() {
        when(suspension.suspend(any(), any())).thenReturn(Set.of(PERSON));

        fixture.given(previewed(PERSON), requested())
                .when(new Approve(ERASURE, APPROVES, null))
                .expectEventsMatching(
                        payloads(ErasureApproved.class, PersonSuspended.class, SuspensionCompleted.class));
    }

    @Test
    void the_grace_period_is_counted_by_the_business_clock() {
        when(suspension.suspend(any(), any())).thenReturn(Set.of(PERSON));

        fixture.given(previewed(PERSON), requested())
                .when(new Approve(ERASURE, APPROVES, null))
                .expectEventsMatching(graceEndingAt(NOW.plus(Duration.ofDays(7))));
    }

    @Test
    void whom_another_erasure_holds_drops_out() {
        when(suspension.suspend(any(), any())).thenReturn(Set.of());

        fixture.given(previewed(PERSON), requested())
                .when(new Approve(ERASURE, APPROVES, null))
                .expectEventsMatching(payloads(ErasureApproved.class, PersonDroppedOut.class));
    }

    @Test
    void the_rest_of_a_long_list_is_suspended_batch_by_batch() {
        when(suspension.suspend(any(), any())).thenReturn(Set.of(OTHER));

        fixture.given(previewed(PERSON, OTHER), requested(), approved(GRACE_RUNS), suspended(PERSON))
                .when(new SuspendNext(ERASURE))
                .expectEventsMatching(payloads(PersonSuspended.class, SuspensionCompleted.class));
    }

    @Test
    void nothing_is_removed_while_the_grace_period_runs() {
        refused(
                fixture.given(previewed(PERSON), requested(), approved(GRACE_RUNS), suspended(PERSON))
                        .when(new Execute(ERASURE)),
                "grace-running");
        fixture.given(previewed(PERSON), requested(), approved(GRACE_RUNS), suspended(PERSON))
                .when(new RemoveNext(ERASURE))
                .expectNoEvents();
        verify(remover, never()).remove(any(), any(), any());
    }

    @Test
    void keys_wait_for_a_service_that_has_not_caught_up_with_the_suspension() {
        refused(
                fixture.given(justOver())
                        .andGiven(confirmation("case-service", "suspended"))
                        .when(new Execute(ERASURE)),
                "services-behind");
        fixture.given(justOver())
                .andGiven(confirmation("case-service", "suspended"))
                .when(new RemoveNext(ERASURE))
                .expectNoEvents();
        verify(remover, never()).remove(any(), any(), any());
    }

    @Test
    void keys_are_removed_once_every_service_has_caught_up() {
        when(remover.remove(any(), any(), any())).thenReturn(List.of(entry()));

        fixture.given(justOver())
                .andGiven(
                        confirmation("case-service", "suspended"),
                        confirmation("consent-service", "suspended"),
                        confirmation("retention-service", "suspended"))
                .when(new RemoveNext(ERASURE))
                .expectEventsMatching(payloads(KeysRemoved.class, RemovalCompleted.class));
    }

    @Test
    void a_service_that_never_catches_up_delays_keys_for_a_day_and_no_longer() {
        when(remover.remove(any(), any(), any())).thenReturn(List.of(entry()));

        fixture.given(previewed(PERSON), requested(), approved(GRACE_OVER), suspended(PERSON))
                .when(new RemoveNext(ERASURE))
                .expectEventsMatching(payloads(KeysRemoved.class, RemovalCompleted.class));
    }

    @Test
    void a_service_catches_up_with_a_suspension_that_is_complete() {
        fixture.given(justOver())
                .when(new Confirm(ERASURE, "case-service", Phase.SUSPENDED))
                .expectEventsMatching(payloads(ConfirmationReceived.class));
        refused(
                fixture.given(previewed(PERSON, OTHER), requested(), approved(GRACE_RUNS), suspended(PERSON))
                        .when(new Confirm(ERASURE, "case-service", Phase.SUSPENDED)),
                "not-in-this-state");
        fixture.given(removed())
                .when(new Confirm(ERASURE, "case-service", Phase.SUSPENDED))
                .expectNoEvents();
    }

    private static List<ErasureEvent> justOver() {
        return List.of(previewed(PERSON), requested(), approved(GRACE_JUST_OVER), suspended(PERSON));
    }

    @Test
    void nothing_is_removed_while_it_is_paused() {
        var paused = new ErasurePaused(ERASURE, ASKS, NOW);

        refused(
                fixture.given(previewed(PERSON), requested(), approved(GRACE_OVER), suspended(PERSON), paused)
                        .when(new Execute(ERASURE)),
                "erasure-paused");
        verify(remover, never()).remove(any(), any(), any());
    }

    @Test
    void nothing_is_removed_without_an_approval() {
        refused(fixture.given(previewed(PERSON), requested()).when(new Execute(ERASURE)), "not-in-this-state");
    }

    @Test
    void an_execution_asked_for_when_the_scheduler_was_quicker_is_already_done() {
        fixture.given(removed())
                .when(new Execute(ERASURE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void once_grace_is_over_the_keys_are_removed() {
        when(remover.remove(any(), any(), any())).thenReturn(List.of(entry()));

        fixture.given(previewed(PERSON), requested(), approved(GRACE_OVER), suspended(PERSON))
                .when(new Execute(ERASURE))
                .expectEventsMatching(payloads(KeysRemoved.class, RemovalCompleted.class));
    }

    @Test
    void who_no_longer_qualifies_drops_out_and_is_given_back() {
        when(recheck.groundsToSpare(any(), any(), any(), any())).thenReturn(Map.of(PERSON, GroundToSpare.NEW_ACTIVITY));
        when(remover.remove(any(), any(), any())).thenReturn(List.of());

        fixture.given(previewed(PERSON, OTHER), requested(), approved(GRACE_OVER), suspended(PERSON), suspended(OTHER))
                .when(new RemoveNext(ERASURE))
                .expectEventsMatching(payloads(PersonDroppedOut.class, PersonRestored.class));
        verify(suspension).restore(ERASURE, Set.of(PERSON));
    }

    @Test
    void when_the_last_one_dropped_out_the_run_ends_and_erased_nobody() {
        when(recheck.groundsToSpare(any(), any(), any(), any())).thenReturn(Map.of(PERSON, GroundToSpare.NOT_DUE));

        fixture.given(previewed(PERSON), requested(), approved(GRACE_OVER), suspended(PERSON))
                .when(new RemoveNext(ERASURE))
                .expectEventsMatching(payloads(PersonDroppedOut.class, PersonRestored.class, ErasureEmptied.class));
    }

    @Test
    void the_number_of_all_erasures_together_is_typed_not_that_of_the_one() {
        others(10, 0, OTHER, UUID.randomUUID());

        refused(fixture.given(previewed(PERSON)).when(new Request(ERASURE, ASKS, 1)), "share-exceeded");
        fixture.given(previewed(PERSON))
                .when(new Request(ERASURE, ASKS, 3))
                .expectEvents(new ErasureRequested(ERASURE, ASKS, 3, NOW));
    }

    @Test
    void who_approves_confirms_what_came_together_since_it_was_asked_for() {
        others(10, 2, OTHER, UUID.randomUUID());
        when(suspension.suspend(any(), any())).thenReturn(Set.of(PERSON));

        refused(
                fixture.given(previewed(PERSON), requested()).when(new Approve(ERASURE, APPROVES, null)),
                "share-exceeded");
        fixture.given(previewed(PERSON), requested())
                .when(new Approve(ERASURE, APPROVES, 3))
                .expectEventsMatching(
                        payloads(ErasureApproved.class, PersonSuspended.class, SuspensionCompleted.class));
    }

    @Test
    void a_run_that_takes_more_than_anybody_confirmed_stops_itself_before_the_act() {
        others(10, 2, OTHER, UUID.randomUUID());

        fixture.given(previewed(PERSON), requested(), approved(GRACE_OVER), suspended(PERSON))
                .when(new RemoveNext(ERASURE))
                .expectEvents(new ErasureStopped(ERASURE, 1, 3, 10, NOW));
        verify(remover, never()).remove(any(), any(), any());
    }

    @Test
    void it_is_called_off_at_any_time_before_the_act() {
        when(ledger.ofPersons(any())).thenReturn(List.of());

        for (var graceEnd : List.of(GRACE_RUNS, GRACE_OVER)) {
            fixture.given(previewed(PERSON), requested(), approved(graceEnd), suspended(PERSON))
                    .when(new Cancel(ERASURE, ASKS))
                    .expectEventsMatching(payloads(ErasureCancelled.class, PersonRestored.class));
        }
    }

    @Test
    void called_off_in_the_middle_it_goes_on_with_those_already_removed() {
        fixture.given(
                        previewed(PERSON, OTHER),
                        requested(),
                        approved(GRACE_OVER),
                        suspended(PERSON),
                        suspended(OTHER),
                        keysRemoved(PERSON))
                .when(new Cancel(ERASURE, ASKS))
                .expectEventsMatching(payloads(ErasureCancelled.class, PersonRestored.class, RemovalCompleted.class));
    }

    @Test
    void whose_keys_were_removed_and_nobody_wrote_it_down_is_not_called_off() {
        when(ledger.ofPersons(any())).thenReturn(List.of(entry()));

        fixture.given(previewed(PERSON), requested(), approved(GRACE_OVER), suspended(PERSON))
                .when(new Cancel(ERASURE, ASKS))
                .expectEventsMatching(payloads(ErasureCancelled.class, KeysRemoved.class, RemovalCompleted.class));
    }

    @Test
    void an_approval_expires_after_thirty_days_and_not_before() {
        var fresh = new ErasureApproved(ERASURE, APPROVES, GRACE_OVER, null, NOW.minus(Duration.ofDays(29)));
        var old = new ErasureApproved(ERASURE, APPROVES, GRACE_OVER, null, NOW.minus(Duration.ofDays(31)));

        fixture.given(previewed(PERSON), requested(), fresh, suspended(PERSON))
                .when(new Expire(ERASURE))
                .expectNoEvents();
        fixture.given(previewed(PERSON), requested(), old, suspended(PERSON))
                .when(new RemoveNext(ERASURE))
                .expectNoEvents();
        refused(
                fixture.given(previewed(PERSON), requested(), old, suspended(PERSON))
                        .when(new Execute(ERASURE)),
                "approval-expired");
        fixture.given(previewed(PERSON), requested(), old, suspended(PERSON))
                .when(new Expire(ERASURE))
                .expectEventsMatching(payloads(ErasureExpired.class, PersonRestored.class));
    }

    @Test
    void once_grace_is_over_who_asked_does_not_resume() {
        var paused = new ErasurePaused(ERASURE, APPROVES, NOW);

        refused(
                fixture.given(previewed(PERSON), requested(), approved(GRACE_OVER), suspended(PERSON), paused)
                        .when(new Resume(ERASURE, ASKS, null)),
                "four-eyes-to-resume");
        fixture.given(previewed(PERSON), requested(), approved(GRACE_OVER), suspended(PERSON), paused)
                .when(new Resume(ERASURE, APPROVES, null))
                .expectEventsMatching(payloads(ErasureResumed.class));
        fixture.given(previewed(PERSON), requested(), approved(GRACE_RUNS), suspended(PERSON), paused)
                .when(new Resume(ERASURE, ASKS, null))
                .expectEventsMatching(payloads(ErasureResumed.class));
    }

    @Test
    void one_that_had_been_stopped_before_an_older_database_was_put_back_stands_still_instead_of_the_act() {
        when(stopped.of(ERASURE)).thenReturn(Optional.of(Stop.CALLED_OFF));

        for (var step : List.of(new RemoveNext(ERASURE), new Recall(ERASURE))) {
            fixture.given(previewed(PERSON), requested(), approved(GRACE_OVER), suspended(PERSON))
                    .when(step)
                    .expectEvents(new ErasureRecalled(ERASURE, "called-off", NOW));
        }
        verify(remover, never()).remove(any(), any(), any());
    }

    @Test
    void who_asked_for_it_does_not_let_it_go_on_after_a_restore_though_grace_runs() {
        var recalled = new ErasureRecalled(ERASURE, "paused", NOW);

        refused(
                fixture.given(previewed(PERSON), requested(), approved(GRACE_RUNS), suspended(PERSON), recalled)
                        .when(new Resume(ERASURE, ASKS, null)),
                "four-eyes-to-resume");
        fixture.given(previewed(PERSON), requested(), approved(GRACE_RUNS), suspended(PERSON), recalled)
                .when(new Resume(ERASURE, APPROVES, null))
                .expectEventsMatching(payloads(ErasureResumed.class));
        verify(stopped).goesOn(ERASURE, Stop.PAUSED);
    }

    @Test
    void one_that_the_database_knows_as_paused_is_recalled_if_it_had_been_called_off_since() {
        var paused = new ErasurePaused(ERASURE, APPROVES, NOW);
        when(stopped.of(ERASURE)).thenReturn(Optional.of(Stop.CALLED_OFF));

        fixture.given(previewed(PERSON), requested(), approved(GRACE_RUNS), suspended(PERSON), paused)
                .when(new Recall(ERASURE))
                .expectEvents(new ErasureRecalled(ERASURE, "called-off", NOW));

        when(stopped.of(ERASURE)).thenReturn(Optional.of(Stop.PAUSED));
        fixture.given(previewed(PERSON), requested(), approved(GRACE_RUNS), suspended(PERSON), paused)
                .when(new Recall(ERASURE))
                .expectNoEvents();
    }

    @Test
    void nobody_more_is_suspended_by_one_that_had_been_stopped() {
        fixture.given(
                        previewed(PERSON, OTHER),
                        requested(),
                        approved(GRACE_RUNS),
                        suspended(PERSON),
                        new ErasureRecalled(ERASURE, "called-off", NOW))
                .when(new SuspendNext(ERASURE))
                .expectNoEvents();
    }

    @Test
    void one_that_had_been_stopped_for_good_is_neither_asked_for_nor_approved_again() {
        for (var how : List.of(Stop.CALLED_OFF, Stop.REFUSED)) {
            when(stopped.of(ERASURE)).thenReturn(Optional.of(how));

            refused(fixture.given(previewed(PERSON)).when(new Request(ERASURE, ASKS, null)), "stopped-before-restore");
            refused(
                    fixture.given(previewed(PERSON), requested()).when(new Approve(ERASURE, APPROVES, null)),
                    "stopped-before-restore");
        }
    }

    @Test
    void a_refused_one_is_not_paused() {
        refused(
                fixture.given(previewed(PERSON), requested(), new ErasureRefused(ERASURE, APPROVES, "dispute", NOW))
                        .when(new Pause(ERASURE, ASKS)),
                "not-in-this-state");
    }

    @Test
    void it_is_called_off_though_no_disk_keeps_that_beside_the_database() {
        doThrow(new UncheckedIOException(new IOException("full"))).when(stopped).stopped(any());
        when(ledger.ofPersons(any())).thenReturn(List.of());

        fixture.given(previewed(PERSON), requested(), approved(GRACE_RUNS), suspended(PERSON))
                .when(new Cancel(ERASURE, ASKS))
                .expectEventsMatching(payloads(ErasureCancelled.class, PersonRestored.class));
    }

    @Test
    void a_service_confirms_once_and_may_say_so_again() {
        fixture.given(removed())
                .when(new Confirm(ERASURE, "case-service", Phase.PURGED))
                .expectEventsMatching(payloads(ConfirmationReceived.class));
        fixture.given(removed())
                .andGiven(confirmation("case-service", "purged"))
                .when(new Confirm(ERASURE, "case-service", Phase.PURGED))
                .expectNoEvents();
    }

    @Test
    void it_is_confirmed_when_the_last_service_has_spoken() {
        fixture.given(removed())
                .andGiven(confirmation("case-service", "purged"))
                .when(new Confirm(ERASURE, "consent-service", Phase.PURGED))
                .expectEventsMatching(payloads(ConfirmationReceived.class, ErasureConfirmed.class));
    }

    @Test
    void nobody_has_pruned_what_was_not_ordered_to_be() {
        refused(fixture.given(removed()).when(new Confirm(ERASURE, "case-service", Phase.PRUNED)), "not-in-this-state");
        refused(
                fixture.given(removed())
                        .andGiven(new ErasureConfirmed(ERASURE, NOW))
                        .when(new Confirm(ERASURE, "case-service", Phase.PRUNED)),
                "not-in-this-state");
    }

    @Test
    void destruction_is_noted_only_when_no_epoch_of_that_time_is_left() {
        when(ledger.of(ERASURE)).thenReturn(List.of(entry()));
        when(epochs.keptUpTo(3)).thenReturn(List.of(2));
        fixture.given(pruned()).when(new NoteDestruction(ERASURE)).expectNoEvents();

        when(epochs.keptUpTo(3)).thenReturn(List.of());
        fixture.given(pruned())
                .when(new NoteDestruction(ERASURE))
                .expectEventsMatching(payloads(EpochsDestroyed.class));
    }

    @Test
    void nothing_is_called_off_after_the_act() {
        refused(fixture.given(removed()).when(new Cancel(ERASURE, ASKS)), "not-in-this-state");
    }

    @Test
    void what_is_certified_is_over() {
        var certified = new ErasureCertified(ERASURE, UUID.randomUUID(), List.of(PERSON), null, NOW);

        refused(
                fixture.given(pruned()).andGiven(certified).when(new Approve(ERASURE, APPROVES, null)),
                "not-in-this-state");
    }

    /** What the other erasures of this time take, and of how many; somebody typed a number for it. */
    private void others(int base, int confirmed, UUID... others) {
        when(tally.open()).thenReturn(new Figures(Set.of(others), base, confirmed));
        when(tally.approved()).thenReturn(new Figures(Set.of(others), base, confirmed));
    }

    private static void refused(ResultValidator<Erasure> result, String code) {
        result.expectException(Problem.class).expectExceptionMessage(code).expectNoEvents();
    }

    private static Matcher<List<EventMessage<?>>> payloads(Class<?>... kinds) {
        return new TypeSafeMatcher<>() {
            @Override
            protected boolean matchesSafely(List<EventMessage<?>> events) {
                return events.stream()
                        .<Class<?>>map(EventMessage::getPayloadType)
                        .toList()
                        .equals(List.of(kinds));
            }

            @Override
            public void describeTo(Description description) {
                description.appendText(Arrays.toString(kinds));
            }
        };
    }

    private static Matcher<List<EventMessage<?>>> graceEndingAt(Instant end) {
        return new TypeSafeMatcher<>() {
            @Override
            protected boolean matchesSafely(List<EventMessage<?>> events) {
                return events.getFirst().getPayload() instanceof ErasureApproved approved
                        && approved.graceEndsAt().equals(end);
            }

            @Override
            public void describeTo(Description description) {
                description.appendText("grace ending at " + end);
            }
        };
    }

    private static ErasureEvent previewed(UUID... persons) {
        return new ErasurePreviewed(
                ERASURE,
                "deadline",
                null,
                null,
                Arrays.stream(persons)
                        .map(person -> new Candidate(person, "centre", "support-file", ALL))
                        .toList(),
                List.of(),
                ASKS,
                NOW);
    }

    private static ErasureEvent requested() {
        return new ErasureRequested(ERASURE, ASKS, null, NOW);
    }

    private static ErasureEvent approved(Instant graceEndsAt) {
        return new ErasureApproved(ERASURE, APPROVES, graceEndsAt, null, NOW);
    }

    private static ErasureEvent suspended(UUID person) {
        return new PersonSuspended(ERASURE, person, ALL, true, NOW, NOW);
    }

    private static ErasureEvent keysRemoved(UUID person) {
        return new KeysRemoved(ERASURE, person, List.of(KEY), true, LocalDate.EPOCH, NOW);
    }

    private static List<ErasureEvent> removed() {
        return List.of(
                previewed(PERSON),
                requested(),
                approved(GRACE_OVER),
                suspended(PERSON),
                keysRemoved(PERSON),
                new RemovalCompleted(ERASURE, List.of(PERSON), NOW));
    }

    private static List<ErasureEvent> pruned() {
        return Stream.concat(
                        removed().stream(),
                        Stream.of(
                                new ErasureConfirmed(ERASURE, NOW),
                                new PruningOrdered(ERASURE, PERSON, List.of(KEY), true, NOW),
                                new ErasurePruned(ERASURE, NOW)))
                .toList();
    }

    private static ErasureEvent confirmation(String by, String phase) {
        return new ConfirmationReceived(ERASURE, by, phase, NOW);
    }

    private static Entry entry() {
        return new Entry(
                KEY, ERASURE, true, 3, "00", LocalDate.EPOCH, OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC), List.of());
    }
}
