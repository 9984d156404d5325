package eu.lethe.retention.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.lethe.retention.epoch.StoppedErasures.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class StoppedErasuresFileTest {

    private static final UUID ERASURE = UUID.randomUUID();
    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    private Path directory;

    private EpochProperties properties;
    private StoppedErasures stopped;

    @BeforeEach
    void a_directory_of_keys() {
        properties = new EpochProperties(directory.resolve("epochs.p12"), "test", WEEK, WEEK);
        stopped = anew();
    }

    @Test
    void where_nothing_was_written_nothing_is_known() {
        assertThat(stopped.kept()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> stopped.of(ERASURE)).withMessageEndingWith("is missing");
    }

    @Test
    void that_nothing_was_stopped_is_written_down() {
        stopped.stopped(Map.of());

        assertThat(anew().kept()).isTrue();
        assertThat(anew().of(ERASURE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Stop.class)
    void it_is_known_after_the_next_start_until_it_goes_on(Stop how) {
        stopped.stopped(Map.of(ERASURE, how));
        assertThat(anew().of(ERASURE)).contains(how);

        stopped.goesOn(ERASURE, how);
        assertThat(anew().of(ERASURE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Stop.class,
            mode = Mode.INCLUDE,
            names = {"CALLED_OFF", "REFUSED"})
    void what_was_stopped_for_good_is_not_merely_paused_by_who_pauses_it(Stop forGood) {
        stopped.stopped(Map.of(ERASURE, forGood));

        stopped.stopped(Map.of(ERASURE, Stop.PAUSED));

        assertThat(stopped.of(ERASURE)).contains(forGood);
    }

    @ParameterizedTest
    @EnumSource(value = Stop.class, mode = Mode.EXCLUDE, names = "PAUSED")
    void who_knows_of_a_pause_alone_lets_nothing_go_on_that_was_stopped_for_good(Stop forGood) {
        stopped.stopped(Map.of(ERASURE, forGood));

        stopped.goesOn(ERASURE, Stop.PAUSED);

        assertThat(stopped.of(ERASURE)).contains(forGood);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not the agency's word", "\0\0\0\0"})
    void what_the_agency_did_not_sign_says_nothing(String other) throws IOException {
        stopped.stopped(Map.of(ERASURE, Stop.PAUSED));
        Files.writeString(directory.resolve("stopped-erasures.jws"), other);

        assertThatIllegalStateException().isThrownBy(() -> stopped.of(ERASURE));
    }

    private StoppedErasures anew() {
        return new StoppedErasuresFile(properties, new Pkcs12KeyFile(properties));
    }
}
