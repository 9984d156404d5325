package eu.lethe.retention.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.lethe.contracts.events.retention.HoldEvent.HoldPlaced;
import eu.lethe.contracts.events.retention.HoldEvent.HoldReassessed;
import eu.lethe.contracts.events.retention.HoldEvent.HoldReleased;
import eu.lethe.retention.epoch.KeptHolds.KeptHold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptHoldsFileTest {

    private static final UUID HOLD = UUID.randomUUID();
    private static final UUID DPO = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2028-11-25T10:00:00.123456Z");
    private static final LocalDate DAY = LocalDate.parse("2029-05-01");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final HoldPlaced PLACED =
            new HoldPlaced(HOLD, UUID.randomUUID(), null, null, "litigation", DAY, DPO, AT);
    private static final HoldReassessed REASSESSED = new HoldReassessed(HOLD, DAY.plusDays(1), DPO, AT.plusSeconds(1));
    private static final HoldReleased RELEASED = new HoldReleased(HOLD, "handed-over", DPO, AT.plusSeconds(2));

    @TempDir
    private Path directory;

    private EpochProperties properties;
    private KeptHolds kept;

    @BeforeEach
    void a_directory_of_keys() {
        properties = new EpochProperties(directory.resolve("epochs.p12"), "test", WEEK, WEEK);
        kept = anew();
    }

    @Test
    void where_nothing_was_written_nothing_is_known() {
        assertThat(kept.kept()).isFalse();
        assertThatIllegalStateException().isThrownBy(kept::all).withMessageEndingWith("is missing");
    }

    @Test
    void that_nothing_is_held_is_written_down() {
        kept.keep(List.of());

        assertThat(anew().kept()).isTrue();
        assertThat(anew().all()).isEmpty();
    }

    @Test
    void what_was_decided_is_known_after_the_next_start() {
        kept.keep(List.of(new KeptHold(PLACED, null, null)));
        assertThat(anew().all()).containsExactly(new KeptHold(PLACED, null, null));

        kept.keep(List.of(new KeptHold(PLACED, REASSESSED, null)));
        kept.keep(List.of(new KeptHold(PLACED, REASSESSED, RELEASED)));
        assertThat(anew().all()).containsExactly(new KeptHold(PLACED, REASSESSED, RELEASED));
    }

    @Test
    void who_knows_less_takes_nothing_back() {
        kept.keep(List.of(new KeptHold(PLACED, REASSESSED, RELEASED)));

        kept.keep(List.of(new KeptHold(PLACED, null, null)));

        assertThat(anew().all()).containsExactly(new KeptHold(PLACED, REASSESSED, RELEASED));
    }

    @Test
    void a_database_lacks_what_was_placed_reassessed_or_released_since() {
        var all = new KeptHold(PLACED, REASSESSED, RELEASED);

        assertThat(all.tellsMoreThan(null)).isTrue();
        assertThat(all.tellsMoreThan(new KeptHold(PLACED, REASSESSED, null))).isTrue();
        assertThat(all.tellsMoreThan(new KeptHold(PLACED, null, RELEASED))).isTrue();
        assertThat(all.tellsMoreThan(all)).isFalse();
        assertThat(new KeptHold(PLACED, null, null).tellsMoreThan(all)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not the agency's word", "\0\0\0\0"})
    void what_the_agency_did_not_sign_says_nothing(String other) throws IOException {
        kept.keep(List.of(new KeptHold(PLACED, null, null)));
        Files.writeString(directory.resolve("legal-holds.jws"), other);

        assertThatIllegalStateException().isThrownBy(kept::all);
        assertThatIllegalStateException().isThrownBy(() -> kept.keep(List.of(new KeptHold(PLACED, null, RELEASED))));
    }

    private KeptHolds anew() {
        return new KeptHoldsFile(properties, new Pkcs12KeyFile(properties));
    }
}
