package eu.lethe.retention.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import eu.lethe.platform.problem.Problem;
import eu.lethe.retention.epoch.KeptBesideKeys;
import eu.lethe.retention.epoch.KeptBesideKeys.What;
import eu.lethe.retention.epoch.StoppedErasures;
import eu.lethe.retention.epoch.StoppedErasures.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondThoughtsTest {

    private static final UUID ERASURE = UUID.randomUUID();
    private static final UUID EARLIER = UUID.randomUUID();

    private final StoppedErasures stopped = mock();
    private final StoredDecisions stored = mock();
    private final KeptBesideKeys everKept = mock();
    private final SecondThoughts thoughts = new SecondThoughts(stopped, everKept, stored, mock());

    @BeforeEach
    void kept_before() {
        when(everKept.noted(What.STOPPED_ERASURES)).thenReturn(true);
        when(stopped.kept()).thenReturn(true);
    }

    @Test
    void what_the_database_knew_before_is_kept_once() {
        when(stored.stopped()).thenReturn(Map.of(EARLIER, Stop.REFUSED));

        thoughts.complete();
        verify(stopped).stopped(Map.of(EARLIER, Stop.REFUSED));

        clearInvocations(stopped);
        thoughts.complete();
        verify(stopped, never()).stopped(any());
    }

    @Test
    void that_nothing_was_stopped_is_kept_too_before_it_is_noted_that_anything_was() {
        when(everKept.noted(What.STOPPED_ERASURES)).thenReturn(false);
        when(stopped.kept()).thenReturn(false);

        thoughts.complete();

        var inOrder = inOrder(stopped, everKept);
        inOrder.verify(stopped).stopped(Map.of());
        inOrder.verify(everKept).note(What.STOPPED_ERASURES);
    }

    @Test
    void where_what_was_kept_is_lost_nobody_knows_any_more_of_those_that_the_database_knows_as_not_stopped() {
        thoughts.complete();
        when(stopped.kept()).thenReturn(false);
        when(stored.unknown()).thenReturn(Map.of(ERASURE, Stop.UNKNOWN));
        when(stored.stopped()).thenReturn(Map.of(EARLIER, Stop.REFUSED));

        thoughts.complete();

        verify(stopped).stopped(Map.of(ERASURE, Stop.UNKNOWN, EARLIER, Stop.REFUSED));
    }

    @Test
    void what_a_full_disk_did_not_take_is_kept_later_though_no_table_tells_of_it_yet() {
        thoughts.complete();
        doThrow(new UncheckedIOException(new IOException("full"))).when(stopped).stopped(any());
        thoughts.stop(ERASURE, Stop.CALLED_OFF);
        assertThatThrownBy(thoughts::complete).isInstanceOf(UncheckedIOException.class);
        clearInvocations(stopped);
        doNothing().when(stopped).stopped(any());

        thoughts.complete();

        verify(stopped).stopped(Map.of(ERASURE, Stop.CALLED_OFF));
    }

    @Test
    void what_goes_on_is_not_kept_as_paused_later() {
        thoughts.complete();
        doThrow(new UncheckedIOException(new IOException("full"))).when(stopped).stopped(any());
        thoughts.stop(ERASURE, Stop.PAUSED);
        clearInvocations(stopped);

        thoughts.lift(ERASURE, Stop.PAUSED);
        thoughts.complete();

        verify(stopped, never()).stopped(any());
    }

    @Test
    void an_older_copy_put_in_the_place_of_what_could_not_be_read_is_completed() {
        thoughts.complete();
        when(stopped.of(ERASURE)).thenThrow(new IllegalStateException("unreadable"));
        assertThatThrownBy(() -> thoughts.against(ERASURE)).isInstanceOf(Problem.class);
        when(stored.stopped()).thenReturn(Map.of(EARLIER, Stop.CALLED_OFF));

        thoughts.complete();

        verify(stopped).stopped(Map.of(EARLIER, Stop.CALLED_OFF));
    }

    @Test
    void what_stands_against_an_erasure_is_what_is_kept() {
        when(stopped.of(ERASURE)).thenReturn(Optional.of(Stop.PAUSED));

        assertThat(thoughts.against(ERASURE)).contains(Stop.PAUSED);
    }
}
